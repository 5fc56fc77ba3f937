import { clockKeeping, isVouchedFor } from '@throng/host';
import { describe, expect, it } from 'vitest';

const NORMAL = 'Reference ID    : A29FC87B\nLeap status     : Normal\n';
const LOST = 'Leap status     : Not synchronised\n';

describe('[U] who keeps a clock', () => {
  it.each([
    [NORMAL, 'NTPSynchronized=no\n', { kind: 'kept', by: 'chrony' }],
    ['', 'NTP=yes\nNTPSynchronized=yes\n', { kind: 'kept', by: 'NTP' }],
    [LOST, '', { kind: 'not-kept', says: 'chrony', word: 'Not synchronised' }],
    ['', 'NTPSynchronized=no\n', { kind: 'not-kept', says: 'kernel', word: 'NTPSynchronized=no' }],
    ['', '', { kind: 'nobody-to-ask' }],
  ])('chrony %j, timedatectl %j', (chrony, timedatectl, expected) => {
    expect(clockKeeping({ chrony, timedatectl })).toEqual(expected);
  });

  it('for a time that was just set the kernel vouches, and chrony only where the kernel says nothing', () => {
    expect(isVouchedFor({ chrony: NORMAL, timedatectl: 'NTPSynchronized=no\n' })).toBe(false);
    expect(isVouchedFor({ chrony: '', timedatectl: 'NTPSynchronized=yes\n' })).toBe(true);
    expect(isVouchedFor({ chrony: NORMAL, timedatectl: '' })).toBe(true);
    expect(isVouchedFor({ chrony: LOST, timedatectl: '' })).toBe(false);
    expect(isVouchedFor({ chrony: '', timedatectl: '' })).toBe(false);
  });
});
