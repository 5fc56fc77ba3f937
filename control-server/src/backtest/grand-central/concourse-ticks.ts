import { TICK_SECONDS } from '../../forecast/horizons.js';
import type { Concourse } from './read-concourse.js';

/** What was counted at the end of a tick, and who came and went during it. */
export interface ConcourseTick {
  readonly occupancy: number;
  readonly entered: number;
  readonly left: number;
  readonly persons: readonly number[];
}

/** The concourse every 10 s, by the last moment that was counted until then. */
export const concourseTicks = ({ moments }: Concourse): ConcourseTick[] => {
  const ticks: ConcourseTick[] = [];
  let [entered, left, end] = [0, 0, TICK_SECONDS];
  for (const [index, moment] of moments.entries()) {
    entered += moment.entered;
    left += moment.left;
    const next = moments[index + 1];
    const holds = () => (next === undefined ? end <= moment.seconds : end < next.seconds);
    while (end >= moment.seconds && holds()) {
      const { occupancy, persons } = moment;
      ticks.push({ occupancy, persons, entered, left });
      [entered, left, end] = [0, 0, end + TICK_SECONDS];
    }
  }
  return ticks;
};
