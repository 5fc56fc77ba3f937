import { toTimestamp } from '@throng/contract';
import { planVenue } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { rehearseRules } from '../../../../control-server/src/replay/rehearsed-rules.js';
import { Replay } from '../../../../control-server/src/replay/replay.js';
import type { ReplayEvent } from '../../../../control-server/src/replay/replay-event.js';
import { RULES, START, VENUE, windowAt } from '../support/venue.js';

const seconds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The way out begins two minutes after the recording. */
const calendar = {
  plans: [
    {
      ...{ id: 'concert', name: 'Concert', endMinute: 60 },
      phases: [
        { id: 'show', name: 'Show', fromMinute: 0 },
        { id: 'egress', name: 'Way out', fromMinute: 2 },
      ],
    },
  ],
  events: [{ id: 'july', name: 'July', plan: 'concert', doorsAt: toTimestamp(START) }],
};
const bands = (warning: number) => ({ watch: 1, warning, critical: 5, emergency: 6 });
const egressFrom = (warning: number) => ({ bandsByPhase: { west: { egress: bands(warning) } } });

/** Three minutes at 2 persons/m² in the west, judged live and by other rules. */
const rehearsed = (rules: object): ReplayEvent[] => {
  const usual = { plan: planVenue(VENUE, calendar), rules: RULES };
  const checked = rehearseRules(usual, rules);
  if (!checked.ok) throw new Error('refused');
  const events: ReplayEvent[] = [];
  const onEvent = (event: ReplayEvent) => events.push(event);
  const run = new Replay({ usual, rehearsed: checked.value, every: 10, onEvent });
  for (const second of seconds(180)) {
    for (const camera of ['south', 'north', 'stage'] as const) {
      run.window(windowAt(camera, second, camera === 'stage' ? 0.5 : 2));
    }
  }
  run.end();
  return events;
};

describe('[U] phases in a replay', () => {
  it('[AL2] rules of a phase that are rehearsed are in force when the phase was', () => {
    const changes = rehearsed(egressFrom(1.5)).filter(({ kind }) => kind === 'change');
    expect(changes).toMatchObject([
      {
        change: 'new',
        zone: 'west',
        band: 'warning',
        rehearsed: { from: toTimestamp(START + 130_000), to: null },
      },
    ]);
  });

  it('[AL2] the same recording and rules give the same bytes', () => {
    const told = () => JSON.stringify(rehearsed(egressFrom(1.5)));
    expect(told()).toBe(told());
  });
});
