import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** What an agent measures at a camera that the venue does not have: its windows are refused as a whole. */
export interface UnknownPlaces {
  readonly camera: string;
  readonly edge: string;
  readonly places: readonly string[];
}

/**
 * Cameras whose agents still measure zones or passages that the plan does not have. Agents have their
 * own settings: putting a version in force never touches them.
 */
export const unknownPlaces = (
  { cameras, passages, zoneIndex }: VenuePlan,
  state: Pick<ProcessingState, 'cameras'>,
): UnknownPlaces[] =>
  cameras.flatMap(({ definition: { edge, id: camera } }, index) => {
    const { latest } = state.cameras[index] ?? {};
    if (latest === null || latest === undefined) return [];
    const places = [
      ...latest.zones.flatMap(({ zone }) => (zoneIndex.has(zone) ? [] : [zone])),
      ...latest.passages.flatMap(({ passage }) => (passages.has(passage) ? [] : [passage])),
    ];
    return places.length === 0 ? [] : [{ camera, edge, places }];
  });

/** Cameras of the plan from which nothing was heard yet, as of a new one whose agent must be set up. */
export const unheardCameras = (
  { cameras }: VenuePlan,
  state: Pick<ProcessingState, 'cameras'>,
): string[] =>
  cameras.flatMap(({ definition }, index) =>
    (state.cameras[index]?.latest ?? null) === null ? [definition.id] : [],
  );
