import { fromTimestamp, type PlanOutcome } from '@throng/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPageTexts } from '../../../../dashboard/src/texts/pages.js';
import {
  adviceTexts,
  capacityText,
  clearText,
  overText,
  trappedText,
  worstText,
} from '../../../../dashboard/src/texts/what-if-text.js';
import { fixtureVenue } from '../../../support/fixture-venue.js';

beforeAll(() => loadPageTexts());

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');

const zone = (id: string, change: Partial<PlanOutcome['zones'][number]> = {}) => ({
  zone: id,
  clear: { expected: null, earliest: null, latest: null },
  left: 0,
  trapped: 0,
  peak: 0,
  peakSeconds: 0,
  warningSeconds: null,
  criticalSeconds: null,
  ...change,
});

const outcome: PlanOutcome = {
  name: 'Plan A',
  clear: { expected: null, earliest: null, latest: null },
  left: 40,
  trapped: 40,
  heldOutside: 0,
  worst: { zone: 'gate-a', density: 3.31, seconds: 290 },
  zones: [zone('gate-a', { warningSeconds: 60 }), zone('west-passage', { left: 40, trapped: 40 })],
  exits: [],
  series: [],
};

describe('[U] what if, in words', () => {
  it('the safe capacity names its rule and the passages that set it', () => {
    const exits = { rule: 'exit-time', persons: 340, passages: ['door-a'] } as const;
    const capacity = (persons: number) => ({
      zone: 'concourse',
      persons,
      binding: 'exit-time' as const,
      limits: [{ ...exits, persons, passages: [...exits.passages] }],
    });
    expect(capacityText(capacity(340), fixtureVenue)).toBe(
      'Safe capacity 340 (exits bind: Door A)',
    );
    expect(capacityText(capacity(0), fixtureVenue)).toBe('Safe capacity: no way out is drawn');
  });

  it('a time to clear comes with its range, or with how long it was waited for', () => {
    const { expected, range } = clearText({ expected: 250, earliest: 100, latest: 400 }, 30);
    expect([plain(expected), plain(range)]).toEqual(['4 min', '100 s to 7 min']);
    const open = clearText({ expected: 250, earliest: 100, latest: null }, 30);
    expect(plain(open.range)).toBe('100 s at best, at worst not in time');
    expect(clearText(outcome.clear, 30)).toEqual({ expected: 'not within 30 min', range: null });
  });

  it('where it is worst, who has no way out, and what is over its limit', () => {
    expect(plain(worstText(outcome, fixtureVenue))).toBe('3.3/m² in Gate A queue after 5 min');
    expect(trappedText(outcome, fixtureVenue)).toBe('40 in West passage');
    expect(overText(outcome, fixtureVenue)).toBe('Gate A queue');
    const calm = { ...outcome, zones: [zone('gate-a')] };
    expect([trappedText(calm, fixtureVenue), overText(calm, fixtureVenue)]).toEqual([
      'none',
      'none',
    ]);
  });

  it('says plainly that it is advice, of when, and on how much unknown ground', () => {
    const at = '2026-07-04T19:30:00Z';
    const answer = {
      at,
      untilMinutes: 30,
      seriesSeconds: 30,
      persons: 4_190,
      assumed: [{ zone: 'plaza', persons: 12, by: 'lines-alone' as const }],
      plans: [outcome],
    };
    const [advice, , assumed] = adviceTexts(answer, fixtureVenue);
    expect(advice).toContain('Advice from a model');
    expect(advice).toContain(`${new Date(fromTimestamp(at)).getMinutes()}:00 from 4,190 persons`);
    expect(assumed).toBe('Not seen now, so assumed: North-east plaza (12 persons).');
    expect(adviceTexts({ ...answer, assumed: [] }, fixtureVenue)[2]).toBe(
      'Every zone is seen now.',
    );
  });
});
