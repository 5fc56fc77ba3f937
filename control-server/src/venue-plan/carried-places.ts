import type { VenuePlan } from './venue-plan.js';

/**
 * Where the places of a new plan stood in the plan before: for each its index there, −1 where it is
 * new. Ids tell which is which.
 */
export interface CarriedPlaces {
  readonly zones: readonly number[];
  /** As `zones`, but −1 too where the zone was drawn anew: its counts are of other ground. */
  readonly grounds: readonly number[];
  /** −1 too where a passage now joins other places. */
  readonly passages: readonly number[];
  readonly cameras: readonly number[];
  /** As `cameras`, but −1 too where another edge now runs the camera: that one has not spoken yet. */
  readonly views: readonly number[];
  readonly edges: readonly number[];
}

export const carriedPlaces = (before: VenuePlan, after: VenuePlan): CarriedPlaces => {
  const zoneOf = (id: string): number => before.zoneIndex.get(id) ?? -1;
  const cameraOf = (id: string): number => before.cameraIndex.get(id) ?? -1;
  return {
    zones: after.zones.map(({ definition }) => zoneOf(definition.id)),
    grounds: after.zones.map(({ definition }) => {
      const zone = zoneOf(definition.id);
      const polygon = before.zones[zone]?.definition.polygon;
      return JSON.stringify(polygon) === JSON.stringify(definition.polygon) ? zone : -1;
    }),
    passages: after.venue.passages.map(({ from, id, to }) => {
      const passage = before.passages.get(id) ?? -1;
      const known = before.venue.passages[passage];
      return known?.from === from && known.to === to ? passage : -1;
    }),
    cameras: after.cameras.map(({ definition }) => cameraOf(definition.id)),
    views: after.cameras.map(({ definition: { edge, id } }) => {
      const camera = cameraOf(id);
      return before.cameras[camera]?.definition.edge === edge ? camera : -1;
    }),
    edges: after.edges.map((edge) => before.edgeIndex.get(edge) ?? -1),
  };
};

/** What was known of each place in the order of the plan before, in the order of the new one. */
export const carriedList = <Known>(
  places: readonly number[],
  before: readonly Known[],
  fresh: readonly Known[],
): readonly Known[] => fresh.map((each, index) => before[places[index] ?? -1] ?? each);
