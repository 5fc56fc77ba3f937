import { describe, expect, it } from 'vitest';
import { door, outcomeOf, room, standing, venueOf, whatIf } from './support.js';

const EVACUATE = [{ kind: 'evacuate' }] as const;

/** What a planned door of one metre carries while a queue presses on it, persons/s. */
const JAMMED = (82 / 60) * 0.85;

/** A hall of 20 × 20 m with one door of 2 m in the middle of its east side. */
const HALL = venueOf(
  [room('hall', [0, 0], [20, 20])],
  [door('way-out', ['hall', 'outside'], [20, 10], 2)],
);

describe('[U] an evacuation by hand', () => {
  it('one room clears in n/C, C that of a door on which a queue presses', () => {
    const { clear } = outcomeOf(whatIf(HALL, standing(HALL, { persons: { hall: 800 } }), EVACUATE));
    expect(clear.expected).toBeGreaterThan(0.97 * (800 / (2 * JAMMED)));
    expect(clear.expected).toBeLessThan(1.05 * (800 / (2 * JAMMED)));
  });

  it('a few walk out: the last of them the way from the farthest corner, at free speed', () => {
    const { clear } = outcomeOf(whatIf(HALL, standing(HALL, { persons: { hall: 10 } }), EVACUATE));
    const walk = Math.hypot(20, 10) / 1.34;
    expect(clear.expected).toBeGreaterThan(walk - 5);
    expect(clear.expected).toBeLessThan(walk + 8);
  });
});
