import { area, intersectionArea, type Polygon, polygonFault } from '@throng/crowd';
import { LIMITS } from '../limits.js';
import { repeatedId } from '../repeated-id.js';
import type { CodedFault } from '../schema-faults.js';
import { SERVER } from '../topics.js';
import { bandFaults } from './band-faults.js';
import { toPolygon } from './coordinates.js';
import { OUTSIDE, type VenueDefinition, type ZoneDefinition } from './venue-definition.js';

/** Square metres by which two neighbours may overlap: rounding of drawn corners, not a shared place. */
const OVERLAP_TOLERANCE = 0.05;

/** What a schema cannot say of a venue: every broken rule, with its path (SPEC VD1–VD7). */
export const venueFaults = (venue: VenueDefinition): CodedFault[] => [
  ...repeatedIds('zones', venue.zones),
  ...repeatedIds('passages', venue.passages),
  ...repeatedIds('cameras', venue.cameras),
  ...venue.zones.flatMap(zoneFaults),
  ...overlaps(
    'zones',
    venue.zones.map(({ polygon, ...zone }) => ({ ...zone, polygon: toPolygon(polygon) })),
  ),
  ...venue.cameras.flatMap(cameraFaults),
  ...overlaps(
    'cameras',
    venue.cameras.map(({ area, ...camera }) => ({ ...camera, polygon: toPolygon(area) })),
  ),
  ...passageFaults(venue),
];

const repeatedIds = (list: string, entries: readonly { id: string }[]): CodedFault[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (id === OUTSIDE)
      return [
        {
          path: `/${list}/${index}/id`,
          message: `"${OUTSIDE}" is reserved`,
          cause: { code: 'reserved-name', name: OUTSIDE },
        },
      ];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [repeatedId(`/${list}/${index}/id`, id)];
  });
};

const ringFaults = (path: string, polygon: Polygon): CodedFault[] => {
  const fault = polygonFault(polygon);
  return fault === undefined ? [] : [{ path, message: fault.message, cause: { code: fault.code } }];
};

const cameraFaults = (camera: VenueDefinition['cameras'][number], index: number): CodedFault[] => [
  ...ringFaults(`/cameras/${index}/area`, toPolygon(camera.area)),
  ...(camera.edge === SERVER
    ? [
        {
          path: `/cameras/${index}/edge`,
          message: `"${SERVER}" is reserved; name the edge otherwise`,
          cause: { code: 'reserved-name' as const, name: SERVER },
        },
      ]
    : []),
];

const zoneFaults = (zone: ZoneDefinition, index: number): CodedFault[] => {
  const path = `/zones/${index}`;
  const polygon = toPolygon(zone.polygon);
  const shape = ringFaults(`${path}/polygon`, polygon);
  const size = area(polygon);
  if (shape.length === 0 && size < LIMITS.zoneArea) {
    shape.push({
      path: `${path}/polygon`,
      message: `${size.toFixed(1)} m² could single a person out; draw at least ${LIMITS.zoneArea} m²`,
      cause: { code: 'small-zone', area: size, least: LIMITS.zoneArea },
    });
  }
  const { bands, bandsByPhase = {} } = zone;
  return [
    ...shape,
    ...(bands === undefined ? [] : bandFaults(`${path}/bands`, bands)),
    ...Object.entries(bandsByPhase).flatMap(([phase, each]) =>
      bandFaults(`${path}/bandsByPhase/${phase}`, each),
    ),
  ];
};

interface NamedShape {
  readonly id: string;
  readonly name: string;
  readonly polygon: Polygon;
}

const overlaps = (list: string, shapes: readonly NamedShape[]): CodedFault[] => {
  const sound = shapes.map((shape) => polygonFault(shape.polygon) === undefined);
  return shapes.flatMap((shape, index) =>
    shapes.slice(0, index).flatMap((earlier, earlierIndex) => {
      if (!sound[index] || !sound[earlierIndex]) return [];
      const shared = intersectionArea(shape.polygon, earlier.polygon);
      if (shared <= OVERLAP_TOLERANCE) return [];
      return [
        {
          path: `/${list}/${index}`,
          message: `"${shape.id}" overlaps "${earlier.id}" by ${shared.toFixed(1)} m²; people there would count twice`,
          cause: { code: 'overlap', other: earlier.name, area: shared },
        },
      ];
    }),
  );
};

const passageFaults = (venue: VenueDefinition): CodedFault[] => {
  const places = new Set([OUTSIDE, ...venue.zones.map((zone) => zone.id)]);
  return venue.passages.flatMap((passage, index) => {
    const path = `/passages/${index}`;
    const unknown = (['from', 'to'] as const)
      .filter((end) => !places.has(passage[end]))
      .map((end) => ({
        path: `${path}/${end}`,
        message: `no zone "${passage[end]}"; name a zone or "${OUTSIDE}"`,
        cause: { code: 'no-zone' as const, id: passage[end] },
      }));
    const loop =
      passage.from === passage.to
        ? [
            {
              path,
              message: `leads from "${passage.from}" to itself; name two different places`,
              cause: { code: 'same-place' as const },
            },
          ]
        : [];
    const [[x1, y1], [x2, y2]] = passage.line;
    const point =
      x1 === x2 && y1 === y2
        ? [
            {
              path: `${path}/line`,
              message: 'both ends are the same point; draw a line across',
              cause: { code: 'no-line' as const },
            },
          ]
        : [];
    return [...unknown, ...loop, ...point];
  });
};
