const V4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

const isPrivateV4 = (first: number, second: number): boolean =>
  first === 10 ||
  first === 127 ||
  (first === 172 && second >= 16 && second <= 31) ||
  (first === 192 && second === 168) ||
  (first === 169 && second === 254);

/**
 * Whether an IP address is of the local network: this machine, RFC 1918, link-local, or unique local
 * (RFC 4193). `undefined` for what is no address but a name.
 */
export const isPrivateAddress = (host: string): boolean | undefined => {
  const address = host.replace(/^\[|\]$/g, '').toLowerCase();
  const v4 = V4.exec(address.replace(/^::ffff:(?=\d+\.)/, ''));
  if (v4 !== null) return isPrivateV4(Number(v4[1]), Number(v4[2]));
  if (!address.includes(':')) return undefined;
  const mapped = MAPPED.exec(address);
  if (mapped !== null) {
    const high = Number.parseInt(mapped[1] ?? '', 16);
    return isPrivateV4(high >> 8, high & 0xff);
  }
  return address === '::1' || /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(address);
};
