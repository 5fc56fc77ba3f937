import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;

/** Addresses that may be called although they are not public: `10.1.0.0/16`, or one address. */
export type Network = readonly [Address, number];

/** The network that a setting names; undefined where it names none. */
export const parseNetwork = (text: string): Network | undefined => {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return undefined;
  }
};

const isWithin = (address: Address, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network, bits);

/** Addresses that hold an IPv4 address without being one: what they lead to is up to the network. */
const EMBEDDED: readonly Network[] = ['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16'].map(
  (network) => ipaddr.parseCIDR(network),
);

/** Whether the settings let an address be called, by name or by range. */
export const isAllowed = (text: string, allowed: readonly Network[]): boolean =>
  ipaddr.isValid(text) && allowed.some((network) => isWithin(ipaddr.process(text), network));

/**
 * Whether an address is one of the public internet: not of this machine, of the local network, or of
 * anything reserved (RFC 6890). An address that can hide another one is not.
 */
export const isPublic = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || !EMBEDDED.some((network) => isWithin(address, network));
};

/** Why an address must not be called; undefined where it may. Without encryption only what is allowed by name. */
export const addressFault = (
  address: string,
  isEncrypted: boolean,
  allowed: readonly Network[],
): 'private-address' | 'not-encrypted' | undefined => {
  if (isAllowed(address, allowed)) return undefined;
  if (!isPublic(address)) return 'private-address';
  return isEncrypted ? undefined : 'not-encrypted';
};
