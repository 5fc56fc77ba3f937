import { FairSchedule } from '../../../../edge-agent/src/sampling/fair-schedule.js';

/** A camera of a simulated rack. */
export interface SimulatedCamera {
  /** Frames per second that it delivers; only the newest waits. */
  readonly rate: number;
  readonly weight: number;
  readonly floor: number;
  /** Milliseconds of the models' time per frame. */
  readonly cost: number;
}

export interface SimulatedLooks {
  readonly looks: number;
  /** Frames that were replaced unseen. */
  readonly superseded: number;
  /** Longest time without a look, ms. */
  readonly longestGap: number;
}

/** One set of models serves these cameras for so long, by the schedule alone. */
export const simulateSchedule = (
  cameras: readonly SimulatedCamera[],
  milliseconds: number,
): SimulatedLooks[] => {
  const schedule = new FairSchedule<number>();
  const states = cameras.map(({ floor, rate }, index) => {
    schedule.add(index, Math.min(floor, rate), 0);
    return { arrives: index, waits: false, looks: 0, superseded: 0, last: 0, longestGap: 0 };
  });
  let now = 0;
  const deliver = (): void => {
    states.forEach((state, index) => {
      while (state.arrives <= now) {
        if (state.waits) state.superseded += 1;
        state.waits = true;
        state.arrives += 1_000 / (cameras[index]?.rate ?? 1);
      }
    });
  };
  while (now < milliseconds) {
    deliver();
    const candidates = cameras.flatMap(({ weight }, camera) =>
      states[camera]?.waits === true ? [{ camera, weight }] : [],
    );
    const chosen = schedule.next(candidates, now);
    const candidate = candidates.find(({ camera }) => camera === chosen);
    const state = candidate && states[candidate.camera];
    if (candidate === undefined || state === undefined) {
      now = Math.min(...states.map(({ arrives }) => arrives));
      continue;
    }
    const cost = cameras[candidate.camera]?.cost ?? 0;
    schedule.begin(candidate, now);
    state.waits = false;
    state.looks += 1;
    state.longestGap = Math.max(state.longestGap, now - state.last);
    state.last = now;
    now += cost;
    schedule.finish(candidate.camera, cost);
  }
  return states.map(({ looks, superseded, longestGap }) => ({ looks, superseded, longestGap }));
};
