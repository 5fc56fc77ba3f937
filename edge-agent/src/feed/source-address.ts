/** What a camera's `source` names. */
export type SourceAddress =
  | { readonly kind: 'stream'; readonly protocol: StreamProtocol; readonly url: StreamUrl }
  | { readonly kind: 'path'; readonly path: string };

export type StreamProtocol = 'rtsp' | 'rtsps' | 'http' | 'https';

/** A stream's address, taken apart; user and password are decoded. */
export interface StreamUrl {
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Host, port, path and query, as written. */
  readonly place: string;
}

const PROTOCOLS: readonly StreamProtocol[] = ['rtsp', 'rtsps', 'http', 'https'];

const isStreamProtocol = (name: string): name is StreamProtocol =>
  PROTOCOLS.some((protocol) => protocol === name);

const HOST = /^(\[[0-9a-fA-F:.]+\]|[^\s:/?#@[\]]+)(:\d{1,5})?(?=[/?#]|$)/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A host that is no mere word: an address, a name with a dot, or one with a port. */
const CLEAR_HOST =
  /^(\[[0-9a-fA-F:.]+\]|localhost|[^\s:/?#@[\]]+\.[^\s:/?#@[\]]+|[^\s:/?#@[\]]+:\d)/;

/**
 * Where the credentials end: normally at the last `@` before the first `/`, `?` or `#`. A password
 * that is not encoded may itself hold those; then what follows a later `@` reads as a clear host,
 * or what stands before the first `/` reads as no host at all.
 */
const credentialsEnd = (rest: string): number => {
  const [authority = ''] = rest.split(/[/?#]/, 1);
  const plain = authority.lastIndexOf('@');
  if (plain < 0 && HOST.test(rest)) return -1;
  const isHost = plain < 0 ? HOST : CLEAR_HOST;
  for (let at = rest.lastIndexOf('@'); at > plain; at = rest.lastIndexOf('@', at - 1)) {
    const place = rest.slice(at + 1);
    if (HOST.test(place) && isHost.test(place)) return at;
    if (at === 0) break;
  }
  return plain;
};

/** Takes a source apart. Passwords may hold any character, encoded or not. */
export const parseSourceAddress = (source: string): SourceAddress => {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(source);
  const protocol = match?.[1]?.toLowerCase() ?? '';
  const rest = match?.[2] ?? '';
  if (!isStreamProtocol(protocol)) return { kind: 'path', path: source.replace(/^file:\/\//, '') };
  const end = credentialsEnd(rest);
  const place = rest.slice(end + 1);
  if (end < 0) {
    return { kind: 'stream', protocol, url: { username: undefined, password: undefined, place } };
  }
  const user = rest.slice(0, end);
  const colon = user.indexOf(':');
  const username = decoded(colon < 0 ? user : user.slice(0, colon));
  const password = colon < 0 ? undefined : decoded(user.slice(colon + 1));
  return { kind: 'stream', protocol, url: { username, password, place } };
};

/** The address as a program reads it: user and password percent-encoded. */
export const formatStreamUrl = (protocol: StreamProtocol, url: StreamUrl): string => {
  const { username, password, place } = url;
  if (username === undefined) return `${protocol}://${place}`;
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return `${protocol}://${encodeURIComponent(username)}${secret}@${place}`;
};

/** Why a source cannot be used, or undefined. */
export const sourceFault = (source: string): string | undefined => {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(source)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === 'file') return undefined;
  if (!isStreamProtocol(scheme)) {
    return `"${scheme}://" is not supported; use ${PROTOCOLS.map((name) => `${name}://`).join(', ')}, a video file or a folder of images`;
  }
  const address = parseSourceAddress(source);
  return address.kind === 'stream' && HOST.test(address.url.place)
    ? undefined
    : `names no host; write ${scheme}://host/path, and give a password with special characters as username and password`;
};
