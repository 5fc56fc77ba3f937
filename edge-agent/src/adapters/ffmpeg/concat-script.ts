/** What a stream may be fetched through, and the pipe that the script comes by; no local file. */
export const STREAM_PROTOCOLS = 'pipe,rtp,srtp,udp,tcp,tls,http,https,httpproxy,crypto';

/** As ffmpeg's script language quotes: all is literal up to the next quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A line end in an address would end the script's line. */
const onOneLine = (address: string): string =>
  [...address].map((sign) => (sign < ' ' ? encodeURIComponent(sign) : sign)).join('');

/**
 * A script for ffmpeg's concat demuxer that opens one address. It travels over a pipe, so that an
 * address and the password in it stand on no command line, which everyone on the box can read.
 *
 * @param options of the demuxer that reads the address.
 */
export const concatScript = (address: string, options: Readonly<Record<string, string>>): string =>
  [
    'ffconcat version 1.0',
    `file ${quoted(onOneLine(address))}`,
    ...Object.entries(options).map(([name, value]) => `option ${name} ${value}`),
    '',
  ].join('\n');
