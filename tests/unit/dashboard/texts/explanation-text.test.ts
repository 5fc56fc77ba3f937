import type { Bottleneck, Cause, Explanation, LimitOutcome, Remedy } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  explanationOf,
  explanationText,
} from '../../../../dashboard/src/texts/explanation-text.js';
import { forecastText } from '../../../../dashboard/src/texts/forecast-text.js';
import { incidentText } from '../../../../dashboard/src/texts/incident-text.js';
import { AT, EVENT, forecastAlert, foreseen, measured, pictureOf } from '../live-samples.js';

/** Numbers keep to their units by a space that does not break; here it may be any. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const outcome = (change: Partial<LimitOutcome> = {}): LimitOutcome => ({
  probability: 0.82,
  peak: 3.9,
  expectedSeconds: 190,
  belowSeconds: null,
  ...change,
});

const door: Bottleneck = {
  kind: 'door',
  passage: 'door-2',
  from: 'gate',
  perMinute: 12,
  capacityPerMinute: 78,
  capacityIs: 'learnt',
  lostShare: 0.85,
  queue: { persons: 140, zones: ['gate'] },
  feeders: [{ passage: 'door-1', perMinute: null }],
};

const explanation = (change: Partial<Explanation> = {}): Explanation => ({
  at: AT,
  limit: 3.5,
  inPerMinute: 96,
  outPerMinute: 12,
  expected: outcome(),
  bottleneck: null,
  causes: [],
  remedies: [],
  known: 1,
  unseenZones: [],
  unseenPassages: [],
  ...change,
});

const cause = (change: Partial<Cause> = {}): Cause => ({
  kind: 'inflow-above-usual',
  passage: 'door-1',
  zone: null,
  persons: 180,
  share: 0.74,
  perMinute: 96,
  comparedPerMinute: 60,
  undone: outcome({ probability: 0.2, expectedSeconds: null }),
  ...change,
});

const remedy = (change: Partial<Remedy> = {}): Remedy => ({
  action: 'hold',
  passage: 'door-1',
  cutShare: 0.4,
  perMinute: 58,
  outcome: outcome({ probability: 0.1, expectedSeconds: null }),
  avoids: true,
  wonSeconds: null,
  knockOn: null,
  ...change,
});

const told = (change: Partial<Explanation>, later = 0) => {
  const text = explanationText(explanation(change), { ...pictureOf(), at: EVENT + later });
  return {
    bottleneck: plain(text.bottleneck),
    remedies: text.remedies.map(plain),
    caveats: text.caveats.map(plain),
    details: text.details.map(plain),
  };
};

describe('[U] the words of an explanation', () => {
  it('a door that has dropped: its flow, by how much, who waits, and that a feeder is not seen', () => {
    expect(told({ bottleneck: door })).toMatchObject({
      bottleneck: 'Bottleneck: Door D2, 12 of 78/min (−85 %); 140 before it',
      details: [
        'It carries 78/min when pressed',
        'People wait in Gate',
        'Fed by Gate B (not seen)',
      ],
    });
  });

  it('a door at its limit, one that nobody sees, and how well its capacity is known', () => {
    const words = (change: Partial<typeof door>) =>
      told({ bottleneck: { ...door, feeders: [], ...change } });
    expect(words({ perMinute: 77, lostShare: 0.01 }).bottleneck).toBe(
      'Bottleneck: Door D2, full at 77/min; 140 before it',
    );
    expect(words({ perMinute: null }).bottleneck).toBe(
      'Bottleneck: Door D2, not seen now; 140 before it',
    );
    expect(words({ capacityIs: 'shown' }).details[0]).toBe(
      'It has carried 78/min, and may carry more',
    );
    expect(words({ capacityIs: 'planned' }).details[0]).toBe(
      'Never used: its width is planned for 78/min',
    );
  });

  it('a packed zone, and no bottleneck at all', () => {
    const packed: Bottleneck = {
      kind: 'packed-zone',
      zone: 'stage',
      density: 4.8,
      queue: door.queue,
      feeders: [],
    };
    expect(told({ bottleneck: packed }).bottleneck).toBe(
      'Bottleneck: Stage is packed (4.8 persons/m²); 140 before it',
    );
    expect(told({}).bottleneck).toBe('No bottleneck seen: 96/min in, 12/min out');
  });

  it('causes by their share, with what they are compared with, and what would be without them', () => {
    const lost = cause({
      kind: 'door-capacity-lost',
      passage: 'door-2',
      share: 0.26,
      undone: outcome({ expectedSeconds: 0, belowSeconds: 150 }),
    });
    expect(told({ causes: [cause(), lost] }).details).toEqual([
      '74 %: Gate B brings 96/min, usually 60, without it 20 % likely',
      '26 %: Door D2 lets 96 of 60/min through, without it over in 3 min',
    ]);
  });

  it('what staff could do: what avoids it, what wins time, and what harms another zone', () => {
    const knockOn = { zone: 'stage', limit: 2.2, peak: 2.4, expectedSeconds: 200 };
    const wins = { avoids: false, wonSeconds: 360 };
    expect(
      told({
        remedies: [
          remedy(),
          remedy({ action: 'open', passage: 'door-2', cutShare: null, ...wins }),
          remedy({ cutShare: 1, perMinute: 0, knockOn }),
        ],
      }).remedies,
    ).toEqual([
      'Cutting Gate B by 40 %, to 58/min, avoids it',
      'Opening Door D2 wins 6 min',
      'Letting nobody in by Gate B avoids it, but then Stage passes 2.2 persons/m²',
    ]);
  });

  it('of a zone above its limit: when it would be over', () => {
    const over = { outcome: outcome({ expectedSeconds: 0, belowSeconds: 150 }) };
    const restore = {
      action: 'restore',
      passage: 'door-2',
      cutShare: null,
      perMinute: 78,
    } as const;
    expect(
      told({
        remedies: [
          remedy({ ...restore, ...over }),
          remedy({ ...over, avoids: false, wonSeconds: 300 }),
        ],
      }).remedies,
    ).toEqual([
      'Getting Door D2 back to 78/min ends it in 3 min',
      'Cutting Gate B by 40 %, to 58/min, ends it 5 min sooner',
    ]);
  });

  it('what is not seen is named, and an explanation that is old says so', () => {
    expect(told({}).caveats).toEqual([]);
    const partly = { known: 0.8, unseenZones: ['stage'], unseenPassages: ['door-1'] };
    expect(told(partly, 120_000)).toMatchObject({
      caveats: ['Only 80 % of what this rests on is seen', 'As it was 2 min 00 s ago'],
      details: ['Not seen: Stage, Gate B'],
    });
  });
});

describe('[U] explained alerts', () => {
  const alert = forecastAlert('a');
  const { reason: bare } = alert;
  const reason =
    bare.kind === 'forecast' ? { ...bare, explanation: explanation({ bottleneck: door }) } : bare;
  const explained = { ...alert, reason };

  it('an alert that is over is not explained any more', () => {
    expect(explanationOf(explained)).toBeDefined();
    expect(explanationOf({ ...explained, state: 'cleared' })).toBeUndefined();
  });

  it('the flows of its raise give way to the explanation', () => {
    const picture = pictureOf({ forecasts: [foreseen()], zones: [measured('gate', 2.9)] });
    const words = ({ reason }: typeof alert) =>
      reason.kind === 'forecast' ? forecastText(alert, reason, picture) : '';
    expect(words(alert)).toContain('Gate B');
    expect(words(explained)).not.toContain('Gate B');
  });

  it('[LV13] an incident is called by its cause, and without one by what is certain', () => {
    expect(incidentText([alert, explained], pictureOf())).toBe('Door D2: 2 zones');
    expect(incidentText([alert, alert], pictureOf())).toBe('One cause: 2 zones');
  });
});
