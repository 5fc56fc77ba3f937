import {
  LIMITS,
  OUTSIDE,
  type PassageDefinition,
  toPolygon,
  toSegment,
  type ZoneDefinition,
} from '@throng/contract';
import {
  area,
  distance,
  exitCapacity,
  exitFlowPerMinute,
  holdingCapacity,
  largeFloorCapacity,
  polygonFault,
  uncoveredArea,
  usualEgressMinutes,
} from '@throng/crowd';
import type { EditedVenue, FeatureRef } from './venue-draft.js';

/** What no rule forbids, but an engineer should know before people stand there. */
export type VenueWarning =
  | { readonly kind: 'no-way-out' }
  /** No passages lead from the zone to the outside, or from there to it. */
  | { readonly kind: 'cut-off'; readonly ref: FeatureRef; readonly name: string }
  | {
      readonly kind: 'uncovered';
      readonly ref: FeatureRef;
      readonly name: string;
      /** 0…1 of its floor. */
      readonly share: number;
      /** m² */
      readonly area: number;
    }
  /** Ground that no zone shares with the camera: it counts nobody. */
  | { readonly kind: 'idle-camera'; readonly ref: FeatureRef; readonly name: string }
  | {
      readonly kind: 'small-camera';
      readonly ref: FeatureRef;
      readonly name: string;
      readonly area: number;
    }
  | {
      readonly kind: 'exits-too-small';
      /** Persons that the exits carry in the usual egress time. */
      readonly carried: number;
      /** Persons for whom the zones have room. */
      readonly held: number;
      readonly minutes: number;
      /** Metres of exits on the level that are missing. */
      readonly missingMetres: number;
    };

/** Shares below this are gaps of drawing, not of watching. */
const UNCOVERED_SHARE = 0.01;

/** All warnings: of the venue as a whole first, then by zone and camera. */
export const venueWarnings = (venue: EditedVenue): VenueWarning[] => [
  ...exitWarnings(venue),
  ...cutOff(venue),
  ...uncovered(venue),
  ...cameraWarnings(venue),
];

const cutOff = ({ passages, zones }: EditedVenue): VenueWarning[] => {
  if (!passages.some(leadsOut)) return [];
  const reached = connectedToOutside(passages);
  return zones.flatMap(({ id, name }, index) =>
    reached.has(id) ? [] : [{ kind: 'cut-off', ref: { list: 'zones', index }, name }],
  );
};

const leadsOut = ({ from, to }: PassageDefinition): boolean => from === OUTSIDE || to === OUTSIDE;

/** Every place that passages join to the outside; people may use them both ways. */
const connectedToOutside = (passages: readonly PassageDefinition[]): ReadonlySet<string> => {
  const reached = new Set([OUTSIDE]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of passages) {
      if (reached.has(from)) reached.add(to);
      else if (reached.has(to)) reached.add(from);
    }
  }
  return reached;
};

const isSound = (ring: ZoneDefinition['polygon']): boolean =>
  polygonFault(toPolygon(ring)) === undefined;

const uncovered = ({ cameras, zones }: EditedVenue): VenueWarning[] => {
  const covers = cameras.filter(({ area }) => isSound(area)).map(({ area }) => toPolygon(area));
  return zones.flatMap(({ name, polygon }, index) => {
    if (!isSound(polygon)) return [];
    const floor = area(toPolygon(polygon));
    const open = uncoveredArea(toPolygon(polygon), covers);
    const share = floor > 0 ? open / floor : 0;
    if (share < UNCOVERED_SHARE) return [];
    return [{ kind: 'uncovered', ref: { list: 'zones', index }, name, share, area: open }];
  });
};

const cameraWarnings = ({ cameras, zones }: EditedVenue): VenueWarning[] => {
  const floors = zones
    .filter(({ polygon }) => isSound(polygon))
    .map((zone) => toPolygon(zone.polygon));
  return cameras.flatMap((camera, index): VenueWarning[] => {
    if (!isSound(camera.area)) return [];
    const ground = toPolygon(camera.area);
    const size = area(ground);
    const at = { ref: { list: 'cameras' as const, index }, name: camera.name };
    if (size < LIMITS.zoneArea) return [{ kind: 'small-camera', ...at, area: size }];
    return uncoveredArea(ground, floors) >= size * (1 - 1e-6)
      ? [{ kind: 'idle-camera', ...at }]
      : [];
  });
};

/** Effective width in metres: as given, else the length of the line. */
export const passageWidth = ({ line, width }: PassageDefinition): number => {
  const { from, to } = toSegment(line);
  return width ?? distance(from, to);
};

/** Whom the zones hold, each by its own strictest rule, against whom the exits carry in 8 min. */
const exitWarnings = ({ passages, zones }: EditedVenue): VenueWarning[] => {
  const exits = passages.filter(leadsOut);
  if (exits.length === 0) return zones.length === 0 ? [] : [{ kind: 'no-way-out' }];
  const stairs = new Set(zones.filter(({ kind }) => kind === 'stairs').map(({ id }) => id));
  const perMinute = exits
    .map((each) => {
      const isStepped = stairs.has(each.from) || stairs.has(each.to);
      return passageWidth(each) * exitFlowPerMinute[isStepped ? 'stepped' : 'level'];
    })
    .reduce((sum, each) => sum + each, 0);
  const carried = exitCapacity(perMinute);
  const held = zones.map(holding).reduce((sum, each) => sum + each, 0);
  if (carried >= held) return [];
  const minutes = usualEgressMinutes;
  const missingMetres = (held - carried) / (exitFlowPerMinute.level * minutes);
  return [{ kind: 'exits-too-small', carried, held, minutes, missingMetres }];
};

const holding = ({ kind, polygon }: ZoneDefinition): number => {
  if (!isSound(polygon)) return 0;
  const floor = area(toPolygon(polygon));
  return Math.min(
    holdingCapacity(kind, floor),
    largeFloorCapacity(floor) ?? Number.POSITIVE_INFINITY,
  );
};
