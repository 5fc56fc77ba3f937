import { describe, expect, it } from 'vitest';
import {
  AGEING_AFTER,
  freshness,
  notYetConnected,
  OUTDATED_AFTER,
  pictureAge,
} from '../../../../dashboard/src/state/connection.js';

const heard = { ...notYetConnected, phase: 'live' as const, heardAt: 10_000 };
const heardAgo = (seconds: number) => 10_000 + seconds * 1_000;

describe('[U] freshness of the picture', () => {
  it('is none before the first picture', () => {
    expect(freshness(notYetConnected, 99_000)).toBe('none');
    expect(pictureAge(notYetConnected, 99_000)).toBeNull();
  });

  it('is judged by age alone: an open but silent socket grows old too', () => {
    expect(freshness(heard, heardAgo(AGEING_AFTER) - 1)).toBe('fresh');
    expect(freshness(heard, heardAgo(AGEING_AFTER))).toBe('ageing');
    expect(freshness(heard, heardAgo(OUTDATED_AFTER))).toBe('outdated');
  });

  it('is never negative when the clock of the machine is set back', () => {
    expect(pictureAge(heard, 0)).toBe(0);
  });
});
