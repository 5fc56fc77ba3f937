import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  judgeConcourse,
  readConcourse,
} from '../../control-server/src/backtest/grand-central/index.js';
import { availability, sharedData } from './support/shared-data.js';

const { note, present } = availability('grand-central');

/** Counts of people followed through a film of the concourse. Source: Zhou et al. 2012. */
describe.skipIf(!present)(`the forecast on the Grand Central concourse${note}`, () => {
  it('[U] after its first half, zones are foreseen better than by either rival, 1 to 5 minutes ahead', () => {
    const text = readFileSync(sharedData('grand-central', 'occupancy.csv'), 'utf8');
    const concourse = readConcourse(text);
    if (!concourse.ok) throw new Error(concourse.message);
    const { coverage80, skill, skillOverTrend } = judgeConcourse(concourse.value);
    for (const seconds of [60, 120, 300]) {
      expect(skill[seconds], `${seconds} s, as it is now`).toBeGreaterThan(0.1);
      expect(skillOverTrend[seconds], `${seconds} s, damped trend`).toBeGreaterThan(0.1);
      expect(Math.abs((coverage80[seconds] ?? 0) - 0.8), `${seconds} s`).toBeLessThan(0.1);
    }
  });
});
