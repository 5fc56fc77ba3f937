import {
  CameraDefinition,
  type Coordinates,
  type Fault,
  PassageDefinition,
  shapeOf,
  toIdentifier,
  ZoneDefinition,
} from '@throng/contract';
import { rounded } from './corners.js';
import { endsBeside } from './passage-ends.js';
import type { EditedVenue } from './venue-draft.js';

/** Why something of a file could not be read. */
export type GeoJsonCause =
  | { readonly code: 'no-collection' | 'hole' | 'no-list' | 'no-pairs' | 'degrees' }
  | { readonly code: 'not-one-of'; readonly words: readonly string[] }
  | { readonly code: 'geometry'; readonly wanted: string }
  | { readonly code: 'few-corners'; readonly corners: number; readonly least: number }
  | { readonly code: 'schema'; readonly fault: Omit<Fault, 'path'> };

/** A JSON pointer into the file, and what is wrong there. */
export type GeoJsonFault = GeoJsonCause & { readonly path: string };

/** What a GeoJSON file adds to a venue, and what of it could not be read. */
export interface ReadGeoJson {
  readonly venue: EditedVenue;
  /** Things read: added, or put in place of those with the same id. */
  readonly read: number;
  readonly faults: readonly GeoJsonFault[];
}

const isZone = shapeOf(ZoneDefinition);
const isPassage = shapeOf(PassageDefinition);
const isCamera = shapeOf(CameraDefinition);

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Reads a collection in metres into a venue; every fault with its place, the rest all the same. */
export const readGeoJson = (venue: EditedVenue, text: string): ReadGeoJson => {
  const collection = fieldsOf(parsed(text));
  const { features, type } = collection;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    return { venue, read: 0, faults: [{ path: '', code: 'no-collection' }] };
  }
  const faults: GeoJsonFault[] = [];
  let drawn = venue;
  for (const [index, each] of features.entries()) {
    const added = withFeature(drawn, fieldsOf(each), `/features/${index}`);
    if (Array.isArray(added)) faults.push(...added);
    else drawn = added;
  }
  const refused = new Set(faults.map(({ path }) => path.split('/')[2]));
  return { venue: drawn, read: features.length - refused.size, faults };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const KINDS = ['zone', 'passage', 'camera', 'wall'];
const ZONE_KINDS = ['walkway', 'stairs', 'queue', 'viewing'];

const withFeature = (
  venue: EditedVenue,
  feature: Fields,
  path: string,
): EditedVenue | GeoJsonFault[] => {
  const { kind, ...given } = fieldsOf(feature.properties);
  if (typeof kind !== 'string' || !KINDS.includes(kind)) {
    return [{ path: `${path}/properties/kind`, code: 'not-one-of', words: KINDS }];
  }
  const isArea = kind === 'zone' || kind === 'camera';
  const corners = cornersIn(fieldsOf(feature.geometry), isArea, `${path}/geometry`);
  if (!corners.ok) return [corners.fault];
  const named = {
    ...given,
    id: given.id ?? (typeof given.name === 'string' ? toIdentifier(given.name) : ''),
  };
  if (kind === 'wall') return { ...venue, walls: [...(venue.walls ?? []), corners.value] };
  const faultsAt = (faults: readonly Fault[]): GeoJsonFault[] =>
    faults.map((each) => ({
      ...{ path: `${path}/properties${each.path}`, code: 'schema', fault: each },
    }));
  if (kind === 'zone') {
    const { zoneKind = 'walkway', ...rest } = fieldsOf(named);
    if (typeof zoneKind !== 'string' || !ZONE_KINDS.includes(zoneKind)) {
      return [{ path: `${path}/properties/zoneKind`, code: 'not-one-of', words: ZONE_KINDS }];
    }
    const zone = isZone({ ...rest, kind: zoneKind, polygon: corners.value });
    return zone.ok ? { ...venue, zones: put(venue.zones, zone.value) } : faultsAt(zone.faults);
  }
  if (kind === 'camera') {
    const camera = isCamera({ ...named, area: corners.value });
    return camera.ok
      ? { ...venue, cameras: put(venue.cameras, camera.value) }
      : faultsAt(camera.faults);
  }
  const [from, to] = [corners.value[0], corners.value.at(-1)];
  if (from === undefined || to === undefined) return [];
  const passage = isPassage({ ...endsBeside([from, to], venue.zones), ...named, line: [from, to] });
  return passage.ok
    ? { ...venue, passages: put(venue.passages, passage.value) }
    : faultsAt(passage.faults);
};

/** In place of the one with the same id, else at the end. */
const put = <Entry extends { readonly id: string }>(entries: Entry[], entry: Entry): Entry[] => {
  const index = entries.findIndex(({ id }) => id === entry.id);
  return index < 0 ? [...entries, entry] : entries.with(index, entry);
};

type Corners =
  | { readonly ok: true; readonly value: Coordinates[] }
  | { readonly ok: false; readonly fault: GeoJsonFault };

const cornersIn = ({ coordinates, type }: Fields, isArea: boolean, path: string): Corners => {
  const refuse = (cause: GeoJsonCause): Corners => ({ ok: false, fault: { ...cause, path } });
  const wanted = isArea ? 'Polygon' : 'LineString';
  if (type !== wanted) return refuse({ code: 'geometry', wanted });
  const rings: unknown[] = isArea && Array.isArray(coordinates) ? coordinates : [coordinates];
  if (rings.length > 1) return refuse({ code: 'hole' });
  const [points] = rings;
  if (!Array.isArray(points)) return refuse({ code: 'no-list' });
  const read = points.flatMap((each: unknown) => {
    const [x, y] = Array.isArray(each) ? each : [];
    return Number.isFinite(x) && Number.isFinite(y) ? [rounded([x, y])] : [];
  });
  if (read.length < points.length) return refuse({ code: 'no-pairs' });
  if (looksLikeDegrees(read)) return refuse({ code: 'degrees' });
  const [first, last] = [read[0], read.at(-1)];
  const isClosed = read.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const open = isArea && isClosed ? read.slice(0, -1) : read;
  const least = isArea ? 3 : 2;
  if (open.length < least) return refuse({ code: 'few-corners', corners: open.length, least });
  return { ok: true, value: open };
};

/** Things of a venue are metres in size; in degrees the same are thousandths. */
const looksLikeDegrees = (corners: readonly Coordinates[]): boolean => {
  const extent = (axis: 0 | 1) => {
    const values = corners.map((corner) => corner[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(extent(0), extent(1)) < 0.5;
};
