import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowMeans } from '../../../../control-server/src/forecast/flow-means.js';
import { HORIZONS } from '../../../../control-server/src/forecast/horizons.js';
import {
  type PassageForecast,
  PassageForecaster,
} from '../../../../control-server/src/forecast/passage-forecast.js';
import { passageForecasts } from '../../../../control-server/src/live/passages-ahead.js';
import { PLAN } from '../support/venue.js';

const rises = (tick: number): number => 2 + Math.max(0, tick - 200) / 20;

/** One edge under a flow, tick by tick; the graph says `graph` of each horizon. */
const foretell = (
  ticks: number,
  flow: (tick: number) => number,
  graph: (tick: number, horizon: number) => number = () => 0,
): PassageForecast => {
  const forecaster = new PassageForecaster(1);
  let slow = 0;
  let forecast: PassageForecast = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    const passed = flow(tick);
    if (!Number.isNaN(passed)) slow += 0.08 * (passed - slow);
    forecast = forecaster.advance(
      Float64Array.of(passed),
      Float64Array.of(slow),
      HORIZONS.map((_, horizon) => Float32Array.of(graph(tick, horizon))),
    );
  }
  return forecast;
};

describe('[U] the flow of a minute', () => {
  it('is the mean of the last six ticks, once all six were counted', () => {
    const means = new FlowMeans(1);
    const flows = [1, 2, 3, 4, 5, 6, 7];
    const minutes = flows.map((flow) => {
      means.advance(Float64Array.of(flow));
      return means.minute[0];
    });
    expect(minutes.slice(0, 5)).toEqual(Array(5).fill(Number.NaN));
    expect(minutes.slice(5)).toEqual([3.5, 4.5]);
  });

  it('is unknown for a minute after a tick that nobody counted', () => {
    const means = new FlowMeans(1);
    for (const flow of [2, 2, 2, 2, 2, 2, Number.NaN]) means.advance(Float64Array.of(flow));
    expect(means.minute[0]).toBeNaN();
    for (let tick = 0; tick < 6; tick += 1) means.advance(Float64Array.of(3));
    expect(means.minute[0]).toBe(3);
  });
});

describe('[U] what is foretold of a passage', () => {
  it('goes on as it is where it has always been so', () => {
    for (const { flow } of foretell(300, () => 2)) expect(flow[0]).toBeCloseTo(2, 1);
  });

  it('comes to follow whoever was right: here the graph, who knows that more will come', () => {
    const ahead = (tick: number, horizon: number) => rises(tick + (HORIZONS[horizon] ?? 0) / 10);
    const [, , inFive] = foretell(500, rises, ahead);
    expect(inFive?.flow[0]).toBeCloseTo(rises(529), 0);
  });

  it('[PF1] has intervals that hold about 80 % and 95 % of what then comes', () => {
    let state = 12_345;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const flows = Array.from({ length: 4_000 }, () => 3 + 4 * (random() + random() - 1));
    const forecaster = new PassageForecaster(1);
    const said: { flow: number; half80: number; half95: number }[] = [];
    for (const flow of flows) {
      const [first] = forecaster.advance(
        Float64Array.of(flow),
        Float64Array.of(3),
        HORIZONS.map(() => Float32Array.of(3)),
      );
      const of = (values: Float32Array | undefined): number => values?.[0] ?? 0;
      said.push({ flow: of(first?.flow), half80: of(first?.half80), half95: of(first?.half95) });
    }
    const outcome = (at: number): number =>
      flows.slice(at - 5, at + 1).reduce((sum, flow) => sum + flow, 0) / 6;
    const judged = said.slice(1_000, -6).map((each, index) => ({
      ...each,
      error: Math.abs(outcome(1_000 + index + 6) - each.flow),
    }));
    const share = (key: 'half80' | 'half95'): number =>
      judged.filter(({ error, ...each }) => error <= each[key]).length / judged.length;
    expect(share('half80')).toBeGreaterThan(0.74);
    expect(share('half80')).toBeLessThan(0.88);
    expect(share('half95')).toBeGreaterThan(0.91);
  });

  it('[PF1] tells no bound below zero, and each interval inside the wider one', () => {
    const edges = 2 * PLAN.venue.passages.length;
    const values = fc.array(fc.float({ min: 0, max: 40, noNaN: true }), {
      minLength: edges,
      maxLength: edges,
    });
    fc.assert(
      fc.property(values, values, (flow, half) => {
        const half80 = Float32Array.from(half);
        const forecast = {
          flow: Float32Array.from(flow),
          half80,
          half95: half80.map((h) => 2 * h),
        };
        const told = passageForecasts(PLAN, {
          at: 0,
          minute: new Float64Array(edges),
          passages: [forecast],
        });
        for (const { horizons } of told) {
          for (const { in: along } of horizons) {
            const { flow: expected, high80, high95, low80, low95 } = along;
            const rising = [0, low95, low80, expected, high80, high95];
            expect(rising).toEqual(rising.toSorted((a, b) => a - b));
          }
        }
      }),
    );
  });

  it('[PF2] is nothing where the passage was not counted throughout the last minute', () => {
    const edges = 2 * PLAN.venue.passages.length;
    const minute = new Float64Array(edges).fill(Number.NaN);
    const none = new Float32Array(edges);
    const passages = [{ flow: none, half80: none, half95: none }];
    for (const { horizons } of passageForecasts(PLAN, { at: 0, minute, passages })) {
      expect(horizons).toEqual([]);
    }
  });
});
