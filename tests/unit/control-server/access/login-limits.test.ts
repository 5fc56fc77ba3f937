import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressKey,
  type LoginLimits,
  loginWait,
  noFailures,
  withAttempt,
  withSuccess,
} from '../../../../control-server/src/access/login-limits.js';

const ada = (address = '192.0.2.1') => ({ account: 'ada', address });

/** Guesses as soon as it may, for a while; how often it was looked at. */
const attack = (seconds: number, addressOf: (attempt: number) => string, account = 'ada') => {
  let [limits, now, looked]: [LoginLimits, number, number] = [noFailures, 0, 0];
  while (now < seconds * 1_000) {
    const attempt = { account, address: addressOf(looked) };
    const wait = loginWait(limits, attempt, now);
    now += wait;
    limits = withAttempt(limits, attempt, now);
    looked += 1;
    now += 1;
  }
  return { looked, limits, now };
};

describe('[U] limits of logging in', () => {
  it('delays double after the free attempts, to a longest of 30 s per account', () => {
    let limits = noFailures;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const from = ada(`192.0.2.${attempt}`);
      waits.push(loginWait(limits, from, 0) / 1_000);
      limits = withAttempt(limits, from, 0);
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
  });

  it('a night of guessing one account from everywhere gets about two tries a minute', () => {
    const { looked } = attack(8 * 3_600, (attempt) => `address ${attempt}`);
    expect(looked).toBeLessThan(8 * 60 * 2 + 12);
  });

  it('a night of guessing from one address gets four tries an hour', () => {
    let [limits, now, looked]: [LoginLimits, number, number] = [noFailures, 0, 0];
    while (now < 8 * 3_600_000) {
      const attempt = { account: `account ${looked}`, address: '192.0.2.1' };
      now += loginWait(limits, attempt, now);
      limits = withAttempt(limits, attempt, now);
      looked += 1;
      now += 1;
    }
    expect(looked).toBeLessThan(8 * 4 + 25);
  });

  it('the owner waits 30 s at most, and not at all where the account has logged in before', () => {
    const { limits, now } = attack(3_600, (attempt) => `address ${attempt}`);
    expect(loginWait(limits, ada('elsewhere'), now)).toBeLessThanOrEqual(30_000);
    const home = withSuccess(withAttempt(limits, ada('home'), now), ada('home'), now);
    const attacked = withAttempt(home, ada('elsewhere'), now);
    expect(loginWait(attacked, ada('home'), now)).toBe(0);
    expect(loginWait(attacked, ada('elsewhere'), now)).toBeGreaterThan(0);
  });

  it('an attempt that proves right takes back its own count, and nobody else’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (failed) => {
        let limits = noFailures;
        for (let attempt = 0; attempt < failed; attempt += 1) {
          limits = withAttempt(limits, ada('elsewhere'), 0);
        }
        const after = withSuccess(withAttempt(limits, ada('home'), 0), ada('home'), 0);
        expect(after.accounts.get('ada')?.count).toEqual(limits.accounts.get('ada')?.count);
        expect(after.addresses.get('home')).toBeUndefined();
      }),
    );
  });

  it('failures are forgotten an hour after the last', () => {
    const { limits, now } = attack(60, () => '192.0.2.1');
    expect(loginWait(limits, ada(), now + 3_600_000)).toBe(0);
  });

  it('remembers a bounded number of keys, the newest', () => {
    let limits = noFailures;
    for (let attempt = 0; attempt < 10_010; attempt += 1) {
      limits = withAttempt(limits, { account: 'ada', address: `${attempt}` }, 0);
      if (limits.addresses.size > 10_000) throw new Error('too many keys');
      if (attempt === 20) attempt = 10_000;
    }
    expect(limits.addresses.has('10009')).toBe(true);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
