import { fromTimestamp } from '@throng/contract';
import { HORIZONS, TICK_SECONDS } from '../forecast/horizons.js';
import type { ReplayEvent } from '../replay/replay-event.js';

/** How right the forecasts of one horizon were on this evening, measured by what was counted later. */
export interface EveningSkill {
  readonly seconds: number;
  /** Mean absolute errors, persons/m²: of the forecast, and of "as counted now" (persistence). */
  readonly mae: number;
  readonly persistence: number;
  /** 1 − mae / persistence. */
  readonly skill: number;
  /** Shares of outcomes within the 80 % and 95 % intervals. */
  readonly coverage80: number;
  readonly coverage95: number;
  readonly forecasts: number;
}

/** Persons/m² from which, now or then, a zone is worth judging: empty ground is easily foretold. */
const WORTH = 0.5;

const LONGEST = Math.max(...HORIZONS) / TICK_SECONDS;

interface Look {
  readonly tick: number;
  /** Counted persons/m² by zone; missing where unknown. */
  readonly counted: ReadonlyMap<string, number>;
  ahead: Extract<ReplayEvent, { kind: 'forecast' }>['zones'];
}

const nothing = { error: 0, persistence: 0, in80: 0, in95: 0, count: 0 };

/**
 * Judges the forecasts of a replayed evening against what its cameras counted later. It hears the
 * states and forecasts of a replay, every 10 s, and remembers no more than the longest horizon.
 * A zone is judged where it held at least 0.5 persons/m² at either end.
 */
export class ForecastSkill {
  readonly #from: number;
  readonly #looks: Look[] = [];
  readonly #sums = HORIZONS.map(() => ({ ...nothing }));

  /** @param from epoch seconds: forecasts made before are warming up. */
  constructor(from: number) {
    this.#from = from;
  }

  enter(event: ReplayEvent): void {
    if (event.kind === 'state') {
      const counted = new Map(
        event.zones.flatMap(({ reading, zone }) =>
          reading === null ? [] : [[zone, reading.density] as const],
        ),
      );
      const look: Look = { tick: tickOf(event.at), counted, ahead: [] };
      this.#judge(look);
      this.#looks.push(look);
      while ((this.#looks[0]?.tick ?? look.tick) < look.tick - LONGEST) this.#looks.shift();
    } else if (event.kind === 'forecast') {
      const last = this.#looks.at(-1);
      if (last?.tick === tickOf(event.at)) last.ahead = event.zones;
    }
  }

  /** One row per horizon; empty where nothing could be judged. */
  get rows(): EveningSkill[] {
    return this.#sums.flatMap(({ count, error, in80, in95, persistence }, index) =>
      count === 0
        ? []
        : [
            {
              seconds: HORIZONS[index] ?? 0,
              mae: error / count,
              persistence: persistence / count,
              skill: persistence > 0 ? 1 - error / persistence : 0,
              coverage80: in80 / count,
              coverage95: in95 / count,
              forecasts: count,
            },
          ],
    );
  }

  #judge(now: Look): void {
    for (const [index, horizon] of HORIZONS.entries()) {
      const before = this.#looks.find(({ tick }) => tick === now.tick - horizon / TICK_SECONDS);
      const sums = this.#sums[index];
      if (before === undefined || sums === undefined) continue;
      if (before.tick * TICK_SECONDS < this.#from) continue;
      for (const { ahead, zone } of before.ahead) {
        const said = ahead?.horizons.find(({ seconds }) => seconds === horizon);
        const [then, truth] = [before.counted.get(zone), now.counted.get(zone)];
        if (said === undefined || then === undefined || truth === undefined) continue;
        if (then < WORTH && truth < WORTH) continue;
        sums.count += 1;
        sums.error += Math.abs(said.density - truth);
        sums.persistence += Math.abs(then - truth);
        if (truth >= said.low80 && truth <= said.high80) sums.in80 += 1;
        if (truth >= said.low95 && truth <= said.high95) sums.in95 += 1;
      }
    }
  }
}

const tickOf = (at: string): number => Math.floor(fromTimestamp(at) / 1_000 / TICK_SECONDS);
