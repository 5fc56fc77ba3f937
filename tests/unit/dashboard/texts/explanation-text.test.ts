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
    because: text.because.map(plain),
    remedies: text.remedies.map(plain),
    caveats: text.caveats.map(plain),
  };
};

describe('[U] the words of an explanation', () => {
  it('a door that has dropped: its flow, by how much, who waits, and that a feeder is not seen', () => {
    expect(told({ bottleneck: door }).because).toEqual([
      'Bottleneck: Door D2 lets 12/min through, 85 % less than the 78/min that it carries when pressed; 140 before it: Gate; fed by Gate B (not seen)',
    ]);
  });

  it('a door at its limit, one that nobody sees, and one that was never used', () => {
    const words = (change: Partial<typeof door>) =>
      told({ bottleneck: { ...door, feeders: [], ...change } }).because[0]?.split(';')[0];
    expect(words({ perMinute: 77, lostShare: 0.01 })).toBe(
      'Bottleneck: Door D2 passes 77/min, about the 78/min that it carries when pressed',
    );
    expect(words({ perMinute: null })).toBe('Bottleneck: Door D2, whose flow nobody sees now');
    expect(words({ capacityIs: 'planned' })).toContain('that its width is planned for');
  });

  it('a packed zone, and no bottleneck at all', () => {
    const { queue } = door;
    const packed: Bottleneck = {
      kind: 'packed-zone',
      zone: 'stage',
      density: 4.8,
      queue,
      feeders: [],
    };
    expect(told({ bottleneck: packed }).because[0]).toBe(
      'Bottleneck: Stage is packed (4.8 persons/m²) and takes hardly anybody in; 140 before it: Gate',
    );
    expect(told({}).because).toEqual(['No bottleneck seen: 96/min come in, 12/min go out']);
  });

  it('causes with what they are compared with, their share, and what would be without the first', () => {
    const lost = cause({
      kind: 'door-capacity-lost',
      passage: 'door-2',
      share: 0.26,
      undone: null,
    });
    expect(told({ causes: [cause(), lost] }).because.at(-1)).toBe(
      'Causes: Gate B brings 96/min, usually 60 (74 %), without it 20 % likely; Door D2 lets 96 of 60/min through (26 %)',
    );
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
      'Closing Gate B avoids it, but then Stage passes 2.2 persons/m²',
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
    expect(
      told({ known: 0.8, unseenZones: ['stage'], unseenPassages: ['door-1'] }, 120_000).caveats,
    ).toEqual([
      'Rests on 80 % of the zones and passages concerned; not seen: Stage, Gate B',
      'As of 2 min 00 s ago',
    ]);
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
