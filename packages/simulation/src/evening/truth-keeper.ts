import type { Door } from '../doors/door.js';
import type { Person } from '../people/person.js';
import type { VenueGraph } from '../venue/venue-graph.js';
import type { PassageTruth, Truth, ZoneTruth } from './truth.js';

/** Counts once a second what is true. */
export interface TruthKeeper {
  record(time: number, phase: string, people: readonly Person[], waitingOutside: number): Truth;
}

export const createTruthKeeper = (graph: VenueGraph, doors: readonly Door[]): TruthKeeper => {
  let last: Readonly<Record<string, PassageTruth>> = {};

  const zonesOf = (people: readonly Person[]): Record<string, ZoneTruth> => {
    const counts = graph.grounds.map(() => 0);
    for (const { ground } of people) counts[ground.index] = (counts[ground.index] ?? 0) + 1;
    return Object.fromEntries(
      graph.grounds.map(({ id, index, area }) => {
        const persons = counts[index] ?? 0;
        return [id, { persons, density: persons / area }];
      }),
    );
  };

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
    record(time, phase, people, waitingOutside) {
      const passages = passagesOf();
      last = passages;
      const across = (end: 'from' | 'to', count: 'in' | 'out'): number =>
        doors
          .filter(({ way }) => way[end] === undefined)
          .reduce((sum, { crossings }) => sum + crossings[count], 0);
      return {
        time,
        phase,
        zones: zonesOf(people),
        passages,
        entered: across('from', 'in') + across('to', 'out'),
        left: across('to', 'in') + across('from', 'out'),
        inside: people.length,
        waitingOutside,
      };
    },
  };
};
