import {
  type CalendarDefinition,
  type Checked,
  calendarFaults,
  type Fault,
  faultsUnder,
  OUTSIDE,
  parseVenue,
  shapeOf,
  toPolygon,
} from '@throng/contract';
import { eveningFaults } from './evening-faults.js';
import { reachFaults } from './reach-faults.js';
import { SimulatedVenue } from './simulated-venue.js';
import { walkable } from './walkable.js';

const shape = shapeOf(SimulatedVenue);

/** Reads a simulated venue from a file's content; every fault at once, each with its path and remedy. */
export const parseSimulatedVenue = (value: unknown): Checked<SimulatedVenue> => {
  const unlike = unlikeAVenue(value);
  if (unlike !== undefined) return { ok: false, faults: [{ path: '', message: unlike }] };
  const checked = shape(value);
  if (!checked.ok) return checked;
  const venue = parseVenue(checked.value.venue);
  const faults = [
    ...(venue.ok ? [] : faultsUnder('/venue', venue.faults)),
    ...(checked.value.calendar === undefined ? [] : planFaults(checked.value.calendar)),
    ...simulationFaults(checked.value),
    ...(venue.ok ? eveningFaults(checked.value) : []),
  ];
  const found = faults.length === 0 ? reachFaults(checked.value) : faults;
  return found.length === 0 ? checked : { ok: false, faults: found };
};

/** What to say of a file that is something else altogether. */
const unlikeAVenue = (value: unknown): string | undefined => {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMapping) return 'must be a mapping with "venue:" and "simulation:"';
  if (!('venue' in value) || 'simulation' in value) return undefined;
  return 'has no "simulation:", by which people come and go; take one from packages/simulation/venues and fit it';
};

const planFaults = (calendar: CalendarDefinition): Fault[] =>
  faultsUnder('/calendar', calendarFaults(calendar));

const simulationFaults = ({ venue, simulation }: SimulatedVenue): Fault[] => {
  const passages = new Map(venue.passages.map((passage) => [passage.id, passage]));
  const zones = new Set(venue.zones.map(({ id }) => id));
  const places = new Set(simulation.places.map(({ id }) => id));
  const phases = new Set(simulation.phases.map(({ id }) => id));
  const cameras = new Set(venue.cameras.map(({ id }) => id));
  const known = (
    names: { has(name: string): boolean },
    what: string,
    name: string,
    path: string,
  ): Fault[] => (names.has(name) ? [] : [{ path, message: `no ${what} "${name}" in this file` }]);

  return [
    ...venue.zones.flatMap(({ id, polygon }, index) =>
      walkable(toPolygon(polygon)) === undefined
        ? [
            {
              path: `/venue/zones/${index}/polygon`,
              message: `"${id}" bends inwards; split it into convex zones with a passage between`,
            },
          ]
        : [],
    ),
    ...simulation.entrances.flatMap(({ passage }, index) => {
      const path = `/simulation/entrances/${index}/passage`;
      const way = passages.get(passage);
      if (way === undefined) return known(passages, 'passage', passage, path);
      return way.from === OUTSIDE
        ? []
        : [{ path, message: `"${passage}" comes from "${way.from}"; name one from "${OUTSIDE}"` }];
    }),
    ...simulation.doors.flatMap(({ passage }, index) =>
      known(passages, 'passage', passage, `/simulation/doors/${index}/passage`),
    ),
    ...(simulation.incidents ?? []).flatMap(({ evacuate, passage, surgeTo }, index) => {
      const path = `/simulation/incidents/${index}`;
      const kinds = [evacuate, passage, surgeTo].filter((kind) => kind !== undefined).length;
      return [
        ...(passage === undefined ? [] : known(passages, 'passage', passage, `${path}/passage`)),
        ...(surgeTo === undefined ? [] : known(places, 'place', surgeTo, `${path}/surgeTo`)),
        ...(kinds === 1
          ? []
          : [{ path, message: 'give exactly one of "passage", "surgeTo" and "evacuate"' }]),
      ];
    }),
    ...simulation.places.flatMap(({ zone }, index) =>
      known(zones, 'zone', zone, `/simulation/places/${index}/zone`),
    ),
    ...simulation.cameras.flatMap(({ camera }, index) =>
      known(cameras, 'camera', camera, `/simulation/cameras/${index}/camera`),
    ),
    ...simulation.itineraries.flatMap(({ stops }, index) =>
      stops.flatMap(({ place, until, seconds }, stop) => {
        const path = `/simulation/itineraries/${index}/stops/${stop}`;
        const stays = (until === undefined) !== (seconds === undefined);
        return [
          ...known(places, 'place', place, `${path}/place`),
          ...(until === undefined ? [] : known(phases, 'phase', until, `${path}/until`)),
          ...(stays ? [] : [{ path, message: 'give either "seconds" or "until", not both' }]),
        ];
      }),
    ),
  ];
};
