import { expect, it } from 'vitest';
import { FIFTHS, MemoryCourse, tellMemory } from '../../chaos/world/memory-course.js';

const courseOf = (looks: readonly number[]): MemoryCourse => {
  const course = new MemoryCourse(FIFTHS);
  for (const look of looks) course.add(look);
  return course;
};

it('[U] what is held for ever shows in the last fifth, a peak does not', () => {
  const rising = courseOf([100, 110, 120, 130, 140, 150, 160, 170, 180, 190]);
  expect([rising.early, rising.late]).toEqual([125, 185]);
  const peak = courseOf([100, 110, 120, 120, 400, 400, 120, 120, 120, 120]);
  expect([peak.early, peak.late, peak.most]).toEqual([120, 120, 400]);
  expect(tellMemory(peak)).toBe('120 MB in its second fifth, 120 MB in its last, 400 MB at most');
});

it('[U] a run of one look is as flat as can be, one of none says so', () => {
  const { early, late, most } = courseOf([166]);
  expect([early, late, most]).toEqual([166, 166, 166]);
  expect(() => courseOf([]).early).toThrow('nobody has looked');
});
