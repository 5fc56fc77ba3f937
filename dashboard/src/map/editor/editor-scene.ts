import type { Coordinates } from '@throng/contract';
import type { Tool } from '../../state/editor/editor-state.js';
import type { EditedVenue, FeatureRef } from '../../state/editor/venue-draft.js';
import type { ColourScheme } from '../palette.js';
import type { DrawActs } from './draw-interaction.js';

/** What the drawing board shows. */
export interface EditorScene {
  readonly venue: EditedVenue;
  readonly selected: FeatureRef | null;
  readonly corner: number | null;
  readonly tool: Tool;
  readonly scheme: ColourScheme;
  readonly areCamerasShown: boolean;
  /** Metres between the lines to which points are drawn; 0 is no grid. */
  readonly grid: number;
  /** 0…1 */
  readonly planOpacity: number;
  /** Things with a fault. */
  readonly wrong: readonly FeatureRef[];
}

/** What people do on it. */
export interface EditorMapActs extends DrawActs {
  readonly chosen: (ref: FeatureRef | null) => void;
  readonly cornerChosen: (corner: number | null) => void;
  readonly cornerRemoved: (ref: FeatureRef, corner: number) => void;
  readonly shaped: (ref: FeatureRef, corners: readonly number[][]) => void;
  readonly planMoved: (by: Coordinates) => void;
}

export interface EditorMap {
  readonly show: (scene: EditorScene) => void;
  readonly fit: () => void;
  readonly zoom: (levels: number) => void;
  /** Ends what is being drawn with the points placed so far. */
  readonly finish: () => void;
  /** Takes back the last point of what is being drawn. */
  readonly takeBack: () => void;
  readonly abort: () => void;
  readonly dispose: () => void;
}
