import type { SimulatedVenue } from '@throng/simulation';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreEvenings } from '../../../../control-server/src/backtest/backtest.js';
import type { EveningTally } from '../../../../control-server/src/backtest/evening-tally.js';
import { backtestPage } from '../../../../control-server/src/backtest/report/backtest-page.js';
import { incidentsBefore } from '../../../../control-server/src/backtest/report/incidents-before.js';
import {
  type Case,
  casesOf,
  pickCases,
} from '../../../../control-server/src/backtest/report/pick-cases.js';
import { storyText } from '../../../../control-server/src/backtest/report/story-sentences.js';
import type { Storyline } from '../../../../control-server/src/backtest/report/storyline.js';
import { tellStoryline } from '../../../../control-server/src/backtest/report/tell-storyline.js';
import { defaultRules } from '../../../../control-server/src/settings/default-rules.js';
import { arena } from '../../simulation/arena.js';

const each = (kind: Case['kind'], seconds: number, more: Partial<Case> = {}): Case => ({
  kind,
  seconds,
  venue: 'arena',
  seed: 1,
  zone: 'queue-b',
  at: 600,
  ...more,
});

describe('the stories of a backtest', () => {
  const never = () => false;

  it('[U] every passing and every false warning is a case, a passing by its lead', () => {
    const tally: EveningTally = {
      venue: 'arena',
      seed: 4,
      forecast: [],
      reliability: [],
      flows: [],
      warnings: {
        passings: [
          { zone: 'a', at: 500, leadSeconds: 240 },
          { zone: 'a', at: 900, leadSeconds: -10 },
          { zone: 'b', at: 950, leadSeconds: undefined },
        ],
        warnings: [
          { zone: 'a', at: 260, seconds: 300, isFalse: false },
          { zone: 'c', at: 700, seconds: 120, isFalse: true },
        ],
        zoneHours: 1,
      },
    };
    expect(casesOf([tally]).map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['foreseen', 240],
      ['late', -10],
      ['missed', 0],
      ['false', 120],
    ]);
  });

  it('[U] the longest lead within reason is told, the miss, and the longest false warning', () => {
    const cases = [
      each('foreseen', 200),
      each('foreseen', 900, { seed: 2 }),
      each('foreseen', 400, { seed: 3 }),
      each('late', -10),
      each('missed', 0, { seed: 5 }),
      each('false', 60),
      each('false', 90),
    ];
    expect(pickCases(cases, never)).toEqual([cases[2], cases[4], cases[6]]);
  });

  it("[U] a zone's first passing, and one with an incident before it, make the clearer story", () => {
    const [later, first, explained] = [
      each('foreseen', 500, { at: 900 }),
      each('foreseen', 300, { at: 600 }),
      each('foreseen', 200, { seed: 7 }),
    ];
    expect(pickCases([later, first], never)).toEqual([first]);
    expect(pickCases([first, explained], ({ seed }) => seed === 7)).toEqual([explained]);
  });

  it('[U] where none was missed the latest warning is told, and what is not there is left out', () => {
    const [late, later] = [each('late', 0), each('late', -30)];
    expect(pickCases([late, later], never)).toEqual([later]);
    expect(pickCases([], never)).toEqual([]);
  });

  it('[U] an incident explains the zones it touches, for half an hour', () => {
    const shut = { kind: 'opening', at: 90, passage: 'gate-b', capacity: 0 } as const;
    const open = { ...shut, at: 540, capacity: 1 };
    const told = (zone: string, at: number) => incidentsBefore(arena(), [shut, open], zone, at);
    expect(told('queue-b', 600)).toEqual([shut]);
    expect(told('queue-a', 600)).toEqual([]);
    expect(told('queue-b', 80)).toEqual([]);
    expect(told('queue-b', 2_000)).toEqual([]);
  });
});

describe('the report of a backtest', () => {
  const venue: SimulatedVenue = arena();
  const zone = venue.venue.zones.find(({ id }) => id === 'queue-b');
  if (zone === undefined) throw new Error('The arena has lost its queue.');
  zone.name = 'Queue <b>B</b>';
  let story: Storyline;
  let page: string;

  beforeAll(() => {
    story = tellStoryline(venue, each('foreseen', 90, { at: 430 }), defaultRules(), 0);
    const overall = scoreEvenings('arena', [], 0);
    page = backtestPage({
      overall,
      venues: [overall],
      cases: [each('missed', 0), each('false', 120)],
      stories: [story],
      names: { zone: () => zone.name },
      made: { command: 'throng-server backtest', throng: '1', node: '20', done: 1, asked: 2 },
    });
  });

  it('[U] a story holds its three moments and its course, as they truly were', () => {
    expect(story.moments.map(({ time }) => time)).toEqual([10, 130, 430]);
    expect(story.moments[2]?.hindered).toEqual([{ passage: 'gate-b', left: 0 }]);
    const at = story.course.find(({ time }) => time === 430);
    const queue = venue.venue.zones.findIndex(({ id }) => id === 'queue-b');
    expect(at?.truth).toBe(story.moments[2]?.densities[queue]);
    expect(at?.outflow).toBe(0);
    expect(at?.inflow).toBe(
      story.moments[2]?.flows.find(({ passage }) => passage === 'street-b')?.in,
    );
  });

  it('[U] its sentences say when, where, how much, and what went wrong', () => {
    const { happened, headline } = storyText(story);
    expect(headline).toContain('warned 1 min 30 s before');
    expect(happened).toMatch(/^At 0:07 after the doors opened, “Queue <b>B<\/b>” passed/);
    expect(happened).toContain('At 0:01 “Gate B” was shut.');
  });

  it('[U] the page needs nothing else and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|https?:\/\/(?!www\.w3\.org)|@import/);
    expect(page).toContain('prefers-color-scheme');
    expect(page).toContain('@media print');
  });

  it('[U] names from a venue file are text, whatever they hold', () => {
    expect(page).toContain('Queue &lt;b&gt;B&lt;/b&gt;');
    expect(page).not.toContain('<b>B</b>');
  });

  it('[U] it tells what was wrong, how it was made, and that it ended early', () => {
    expect(page).toContain('missed: no warning stood');
    expect(page).toContain('false warning, stood 2 min');
    expect(page).toContain('throng-server backtest');
    expect(page).toMatch(/Ended early: 1 of 2/);
    expect(page).toContain('No passing of a limit was foreseen.');
    expect(page).not.toContain('No warning was false.');
  });
});
