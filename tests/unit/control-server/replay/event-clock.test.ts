import { describe, expect, it } from 'vitest';
import { type Arrival, EventClock } from '../../../../control-server/src/replay/event-clock.js';
import { type CameraId, START, windowAt } from '../support/venue.js';

/** `camera end→arrival`, in seconds after START, of windows in the order of a recording. */
const story = (
  windows: readonly (readonly [CameraId, number, late?: true])[],
  boxes = 2,
): string[] => {
  const clock = new EventClock(5, boxes);
  const told = (arrivals: readonly Arrival[]) =>
    arrivals.map(
      ({ line, now, window }) => `${window.camera} ${windows[line]?.[1]}→${(now - START) / 1_000}`,
    );
  const arrivals = windows.flatMap(([camera, end, late], line) => {
    const window = windowAt(camera, end, 1, late ? { late } : {});
    return told(clock.enter({ line, window, end: START + end * 1_000 }));
  });
  return [...arrivals, ...told(clock.end())];
};

describe('[U] event clock', () => {
  it('follows the time of capture, half a second behind', () => {
    expect(
      story([
        ['south', 1],
        ['north', 1],
        ['south', 2],
      ]),
    ).toEqual(['south 1→1.5', 'north 1→1.5', 'south 2→2.5']);
  });

  it('never goes back for a window that is out of order', () => {
    expect(
      story([
        ['south', 1],
        ['south', 4],
        ['north', 2],
        ['south', 5],
      ]),
    ).toEqual(['south 1→1.5', 'south 4→4.5', 'north 2→4.5', 'south 5→5.5']);
  });

  it('leaps over a pause of the recording', () => {
    expect(
      story([
        ['south', 1],
        ['north', 1],
        ['south', 900],
        ['north', 900],
      ]),
    ).toEqual(['south 1→1.5', 'north 1→1.5', 'south 900→900.5', 'north 900→900.5']);
  });

  it('does not believe a stamp from the future that nobody agrees with', () => {
    expect(
      story([
        ['south', 1],
        ['north', 1],
        ['stage', 5_000],
        ['south', 2],
        ['north', 2],
      ]),
    ).toEqual(['south 1→1.5', 'north 1→1.5', 'stage 5000→1.5', 'south 2→2.5', 'north 2→2.5']);
  });

  it('does not believe two cameras of one box when another box contradicts them', () => {
    const windows = [
      ['stage', 1],
      ['south', 5_000],
      ['north', 5_000],
      ['stage', 2],
    ] as const;
    expect(story(windows)).toEqual([
      'stage 1→1.5',
      'south 5000→1.5',
      'north 5000→1.5',
      'stage 2→2.5',
    ]);
  });

  it('believes a box that nobody contradicts for a minute, and a venue’s only box at once', () => {
    const minute = Array.from({ length: 62 }, (_, second) => ['south', 900 + second] as const);
    const last = story([['stage', 1], ...minute, ['stage', 2]]).at(-1);
    expect(last).toBe('stage 2→961.5');
    const alone = [
      ['south', 1],
      ['south', 900],
      ['north', 900],
      ['south', 2],
    ] as const;
    expect(story(alone, 1).at(-1)).toBe('south 2→900.5');
  });

  it('does not believe the first window either when the next is far behind it', () => {
    expect(
      story([
        ['stage', 5_000],
        ['south', 1],
        ['north', 1],
      ]),
    ).toEqual(['stage 5000→1.5', 'south 1→1.5', 'north 1→1.5']);
  });

  it('[MW10] windows from a spool move no clock and witness nothing', () => {
    expect(
      story([
        ['south', 1],
        ['north', 1],
        ['south', 900],
        ['south', 400, true],
        ['north', 900],
      ]),
    ).toEqual([
      'south 1→1.5',
      'north 1→1.5',
      'south 900→900.5',
      'south 400→900.5',
      'north 900→900.5',
    ]);
  });

  it('believes a single window, whom nobody contradicts', () => {
    expect(story([['south', 7]])).toEqual(['south 7→7.5']);
  });
});
