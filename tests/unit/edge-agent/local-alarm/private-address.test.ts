import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../../../edge-agent/src/local-alarm/private-address.js';

describe('[U] private address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.20',
    '169.254.7.7',
    '[::1]',
    'fd12:3456::1',
    'fe80::1',
    '::ffff:192.168.1.1',
    '[::ffff:c0a8:101]',
  ])('%s is of the local network', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.1.1',
    '11.0.0.1',
    '0.0.0.0',
    '2001:db8::1',
    '[2606:4700::1111]',
    '::ffff:808:808',
    'fec0::1',
  ])('%s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it.each(['alarm.venue.local', 'localhost', '192.168.1', ''])(
    '%s is a name; where it leads is seen when it is resolved',
    (host) => {
      expect(isPrivateAddress(host)).toBeUndefined();
    },
  );
});
