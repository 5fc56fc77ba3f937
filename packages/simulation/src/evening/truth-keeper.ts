import type { Door } from '../doors/door.js';
import type { VenueGraph } from '../venue/venue-graph.js';
import type { PassageTruth, Truth, ZoneTruth } from './truth.js';

/** Counts once a second what is true. */
export interface TruthKeeper {
  /** @param counts persons per ground, in the order of the graph. */
  record(time: number, phase: string, counts: readonly number[], waitingOutside: number): Truth;
}

type CountedDoor = Pick<Door, 'way' | 'crossings' | 'opening'>;

export const createTruthKeeper = (
  graph: VenueGraph,
  doors: readonly CountedDoor[],
): TruthKeeper => {
  let last: Readonly<Record<string, PassageTruth>> = {};

  const zonesOf = (counts: readonly number[]): Record<string, ZoneTruth> =>
    Object.fromEntries(
      graph.grounds.map(({ id, index, area }) => {
        const persons = counts[index] ?? 0;
        return [id, { persons, density: persons / area }];
      }),
    );

  const passagesOf = (): Record<string, PassageTruth> =>
    Object.fromEntries(
      doors.map(({ way, crossings, opening }) => [
        way.id,
        {
          in: crossings.in,
          out: crossings.out,
          inPerSecond: crossings.in - (last[way.id]?.in ?? 0),
          outPerSecond: crossings.out - (last[way.id]?.out ?? 0),
          opening,
        },
      ]),
    );

  return {
    record(time, phase, counts, waitingOutside) {
      const passages = passagesOf();
      last = passages;
      const across = (end: 'from' | 'to', count: 'in' | 'out'): number =>
        doors
          .filter(({ way }) => way[end] === undefined)
          .reduce((sum, { crossings }) => sum + crossings[count], 0);
      return {
        time,
        phase,
        zones: zonesOf(counts),
        passages,
        entered: across('from', 'in') + across('to', 'out'),
        left: across('to', 'in') + across('from', 'out'),
        inside: counts.reduce((sum, persons) => sum + persons, 0),
        waitingOutside,
      };
    },
  };
};
