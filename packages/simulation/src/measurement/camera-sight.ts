import { toPoint, toPolygon, type VenueDefinition } from '@throng/contract';
import { area, containsPoint, intersectionArea } from '@throng/crowd';

/** What one camera answers for. */
export interface CameraSight {
  readonly camera: string;
  readonly edge: string;
  /** Zones it sees, m² of each, and the share of the zone that is. */
  readonly zones: readonly {
    readonly zone: string;
    readonly area: number;
    readonly share: number;
  }[];
  /** Passages whose lines it counts. */
  readonly passages: readonly string[];
}

/** Square metres below which a strip of a zone is not measured. */
const LEAST_AREA = 1;

/** Each camera's zones and lines. A line has one camera: the one whose ground holds its middle, or that sees a zone at its end. */
export const cameraSights = (venue: VenueDefinition): CameraSight[] => {
  const grounds = venue.cameras.map((camera) => toPolygon(camera.area));
  const sights = venue.cameras.map((camera, index) => ({
    camera: camera.id,
    edge: camera.edge,
    zones: venue.zones.flatMap(({ id, polygon }) => {
      const ground = toPolygon(polygon);
      const seen = intersectionArea(ground, grounds[index] ?? []);
      return seen < LEAST_AREA ? [] : [{ zone: id, area: seen, share: seen / area(ground) }];
    }),
  }));
  const counterOf = ({ from, line, to }: VenueDefinition['passages'][number]): number => {
    const [start, end] = [toPoint(line[0]), toPoint(line[1])];
    const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    const holder = grounds.findIndex((ground) => containsPoint(ground, middle));
    const sees = (zone: string) =>
      sights.findIndex(({ zones }) => zones.some((part) => part.zone === zone));
    return [holder, sees(to), sees(from)].find((index) => index >= 0) ?? -1;
  };
  const counters = venue.passages.map(counterOf);
  return sights.map((sight, index) => ({
    ...sight,
    passages: venue.passages.filter((_, each) => counters[each] === index).map(({ id }) => id),
  }));
};
