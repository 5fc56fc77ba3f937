import { overlap } from '@throng/inference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchDetections } from '../../../../models/src/evaluation/match-detections.js';
import { box, detection } from '../support/arbitraries.js';

const at = (left: number) => ({ left, top: 0, right: left + 10, bottom: 10 });

describe('[U] matching of detections with people', () => {
  it('lets the surest detection choose first', () => {
    const sure = { ...at(2), score: 0.9 };
    const exact = { ...at(0), score: 0.5 };
    const { hits, falseAlarms, misses } = matchDetections([exact, sure], [at(0)], 0.5);
    expect(hits).toEqual([sure]);
    expect(falseAlarms).toEqual([exact]);
    expect(misses).toEqual([]);
  });

  it('gives a detection the person it overlaps most', () => {
    const found = matchDetections([{ ...at(3), score: 0.9 }], [at(0), at(4)], 0.5);
    expect(found.misses).toEqual([at(0)]);
  });

  it('finds somebody from the least overlap on, and nobody just below', () => {
    const person = { left: 0, top: 0, right: 10, bottom: 10 };
    const half = { left: 0, top: 0, right: 10, bottom: 5, score: 1 };
    expect(matchDetections([half], [person], 0.5).hits).toHaveLength(1);
    expect(matchDetections([{ ...half, bottom: 4.99 }], [person], 0.5).hits).toHaveLength(0);
  });

  it('neither loses nor doubles anybody', () => {
    fc.assert(
      fc.property(fc.array(detection), fc.array(box), (detections, people) => {
        const { hits, falseAlarms, misses } = matchDetections(detections, people, 0.5);
        expect(hits.length + falseAlarms.length).toBe(detections.length);
        expect(hits.length + misses.length).toBe(people.length);
        for (const alarm of falseAlarms) {
          for (const missed of misses) expect(overlap(alarm, missed)).toBeLessThan(0.5);
        }
      }),
    );
  });

  it('finds everybody who is detected exactly', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(box, { selector: ({ left, top }) => `${left},${top}` }),
        (people) => {
          const detections = people.map((person) => ({ ...person, score: 0.7 }));
          expect(matchDetections(detections, people, 0.5).misses).toEqual([]);
        },
      ),
    );
  });
});
