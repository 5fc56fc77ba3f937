import {
  type CalendarDefinition,
  type CameraDefinition,
  emptyCalendar,
  type Identifier,
  toPolygon,
  type VenueDefinition,
  type ZoneDefinition,
} from '@throng/contract';
import { area } from '@throng/crowd';
import { sharesGround } from './shared-ground.js';

export interface ZonePlan {
  readonly definition: ZoneDefinition;
  /** Walkable area, m². */
  readonly area: number;
  /** Indexes of the cameras that answer for a piece of the zone's ground. */
  readonly cameras: readonly number[];
}

export interface CameraPlan {
  readonly definition: CameraDefinition;
  /** Index of its edge. */
  readonly edge: number;
  /** Zones that are not fully known without this camera. */
  readonly zones: readonly Identifier[];
}

/**
 * A venue made ready for work: zones, cameras and edges have an index, so that the state is plain
 * arrays in the same order, and who sees what is worked out once.
 */
export interface VenuePlan {
  readonly venue: VenueDefinition;
  /** Which phase of which event is when. */
  readonly calendar: CalendarDefinition;
  readonly zones: readonly ZonePlan[];
  readonly cameras: readonly CameraPlan[];
  readonly edges: readonly Identifier[];
  readonly zoneIndex: ReadonlyMap<Identifier, number>;
  readonly cameraIndex: ReadonlyMap<Identifier, number>;
  readonly edgeIndex: ReadonlyMap<Identifier, number>;
  /** Index of each passage. */
  readonly passages: ReadonlyMap<Identifier, number>;
}

const indexOf = (ids: readonly Identifier[]): ReadonlyMap<Identifier, number> =>
  new Map(ids.map((id, index) => [id, index]));

/** Works out the plan of a venue that has passed `parseVenue`, and of its calendar. */
export const planVenue = (
  venue: VenueDefinition,
  calendar: CalendarDefinition = emptyCalendar,
): VenuePlan => {
  const edges = [...new Set(venue.cameras.map((camera) => camera.edge))];
  const edgeIndex = indexOf(edges);
  const polygons = venue.zones.map((zone) => toPolygon(zone.polygon));
  const grounds = venue.cameras.map((camera) => toPolygon(camera.area));
  const zones = venue.zones.map((definition, zone) => ({
    definition,
    area: area(polygons[zone] ?? []),
    cameras: grounds.flatMap((ground, camera) =>
      sharesGround(polygons[zone] ?? [], ground) ? [camera] : [],
    ),
  }));
  return {
    venue,
    calendar,
    zones,
    cameras: venue.cameras.map((definition, camera) => ({
      definition,
      edge: edgeIndex.get(definition.edge) ?? 0,
      zones: zones
        .filter((zone) => zone.cameras.includes(camera))
        .map(({ definition: { id } }) => id),
    })),
    edges,
    zoneIndex: indexOf(venue.zones.map(({ id }) => id)),
    cameraIndex: indexOf(venue.cameras.map(({ id }) => id)),
    edgeIndex,
    passages: indexOf(venue.passages.map(({ id }) => id)),
  };
};
