import { distance, type Point } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Track } from '../../../../edge-agent/src/tracking/track.js';
import { seenAt, trackerFromAbove, walk } from '../support/walkers.js';

const START = 1_000_000;

describe('[U] tracker', () => {
  it('follows two who cross each other’s way, each with their own velocity', () => {
    const tracker = trackerFromAbove();
    const east = walk({ x: 0, y: 0 }, { x: 1.4, y: 0 }, 25);
    const west = walk({ x: 7, y: 0.8 }, { x: -1.4, y: 0 }, 25);
    east.forEach((place, frame) => {
      tracker.next([seenAt(place), seenAt(west[frame] ?? place)], START + 200 * frame);
    });
    const speeds = tracker.confirmed.map(({ velocity }) => velocity.x).toSorted((a, b) => a - b);
    expect(speeds).toHaveLength(2);
    expect(speeds[0]).toBeCloseTo(-1.4, 1);
    expect(speeds[1]).toBeCloseTo(1.4, 1);
  });

  it('confirms nobody who was seen twice only', () => {
    const tracker = trackerFromAbove();
    tracker.next([seenAt({ x: 0, y: 0 })], START);
    tracker.next([seenAt({ x: 0.1, y: 0 })], START + 200);
    expect(tracker.confirmed).toEqual([]);
    tracker.next([seenAt({ x: 0.2, y: 0 })], START + 400);
    expect(tracker.confirmed).toHaveLength(1);
  });

  it('finds somebody again who was hidden for a second, and lets go of who was for three', () => {
    const places = walk({ x: 0, y: 0 }, { x: 1.3, y: 0 }, 40);
    const foundAfter = (hidden: number) => {
      const tracker = trackerFromAbove();
      places.slice(0, 6).forEach((place, frame) => {
        tracker.next([seenAt(place)], START + 200 * frame);
      });
      const back = 5 + hidden;
      for (let frame = 6; frame < back; frame += 1) tracker.next([], START + 200 * frame);
      const place = places[back] ?? { x: 0, y: 0 };
      return tracker.next([seenAt(place)], START + 200 * back).length;
    };
    expect(foundAfter(5)).toBe(1);
    expect(foundAfter(15)).toBe(0);
  });

  it('carries a known track on by a faint detection, and begins none with it', () => {
    const tracker = trackerFromAbove();
    const places = walk({ x: 0, y: 0 }, { x: 1, y: 0 }, 5);
    for (const [frame, place] of places.slice(0, 4).entries()) {
      tracker.next([seenAt(place)], START + 200 * frame);
    }
    const faint = seenAt(places[4] ?? { x: 0, y: 0 }, 0.2);
    expect(tracker.next([faint, seenAt({ x: 9, y: 9 }, 0.2)], START + 800)).toHaveLength(1);
    const stranger = trackerFromAbove();
    for (let frame = 0; frame < 5; frame += 1) stranger.next([faint], START + 200 * frame);
    expect(stranger.confirmed).toEqual([]);
  });

  it('takes a frame that comes late for what it is: nothing new', () => {
    const tracker = trackerFromAbove();
    tracker.next([seenAt({ x: 0, y: 0 })], START);
    expect(tracker.next([seenAt({ x: 0, y: 0 })], START)).toEqual([]);
    expect(tracker.next([seenAt({ x: 0, y: 0 })], START - 200)).toEqual([]);
  });

  it('never takes two people for one who are farther apart than anybody walks', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 30, noNaN: true }),
      y: fc.double({ min: 0, max: 30, noNaN: true }),
    });
    const frames = fc.array(fc.array(place, { maxLength: 8 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(frames, fc.integer({ min: 20, max: 1_500 }), (seen, interval) => {
        const tracker = trackerFromAbove();
        seen.forEach((places: Point[], frame) => {
          for (const { step } of tracker.next(
            places.map((one) => seenAt(one)),
            START + interval * frame,
          )) {
            // What was expected lies within 3 m of the sighting, and the filter between both.
            expect(distance(step.to, step.from)).toBeLessThanOrEqual(
              3 + 6 * (interval / 1_000) * 2,
            );
          }
          const taken = tracker.confirmed.filter(
            ({ seenAt: at }) => at === START + interval * frame,
          );
          expect(taken.length).toBeLessThanOrEqual(places.length);
        });
      }),
    );
  });

  it('[P6] a track has nothing to serialise: no id, no place, no box', () => {
    const track = new Track(seenAt({ x: 1, y: 2 }), START);
    expect(JSON.stringify(track)).toBe('{}');
    expect(Object.keys(track)).toEqual([]);
  });
});
