import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressFault,
  isPublic,
  type Network,
  parseNetwork,
} from '../../../../control-server/src/notifications/address-guard.js';

const networks = (...texts: string[]): Network[] =>
  texts.map((text) => {
    const network = parseNetwork(text);
    if (network === undefined) throw new Error(text);
    return network;
  });

const byte = fc.nat(255);
/** Addresses that lead to this machine, the local network, a cloud's own data or nowhere (RFC 6890). */
const insideV4 = fc.oneof(
  fc.tuple(fc.constant(127), byte, byte, byte),
  fc.tuple(fc.constant(10), byte, byte, byte),
  fc.tuple(fc.constant(0), byte, byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);
const hex = ([a, b]: readonly number[]) => (((a ?? 0) << 8) | (b ?? 0)).toString(16);

describe('[U] where the server may post to', () => {
  it('no address of this machine, the local network or anything reserved, in whatever spelling', () => {
    fc.assert(
      fc.property(insideV4, (parts) => {
        const dotted = parts.join('.');
        const [high, low] = [hex(parts.slice(0, 2)), hex(parts.slice(2))];
        const spellings = [
          ...[dotted, `::ffff:${dotted}`, `::ffff:${high}:${low}`, `::${high}:${low}`],
          ...[`64:ff9b::${high}:${low}`, `2002:${high}:${low}::1`],
        ];
        for (const spelling of spellings) {
          expect(isPublic(spelling), spelling).toBe(false);
          expect(addressFault(spelling, true, []), spelling).toBe('private-address');
        }
      }),
    );
  });

  it.each([
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('not %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111'])('%s, encrypted', (address) => {
    expect(addressFault(address, true, [])).toBeUndefined();
    expect(addressFault(address, false, [])).toBe('not-encrypted');
  });

  it('what the settings allow, without encryption too, and nothing beside it', () => {
    const allowed = networks('10.1.0.0/16', 'fd00::/8', '192.168.7.9');
    for (const address of ['10.1.2.3', 'fd00::7', '192.168.7.9', '::ffff:10.1.2.3']) {
      expect(addressFault(address, false, allowed), address).toBeUndefined();
    }
    for (const address of ['10.2.0.1', '192.168.7.8', '127.0.0.1']) {
      expect(addressFault(address, true, allowed), address).toBe('private-address');
    }
    expect(parseNetwork('10.1.0.0/99')).toBeUndefined();
    expect(parseNetwork('venue.example')).toBeUndefined();
  });
});
