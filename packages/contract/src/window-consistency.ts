import { LIMITS } from './limits.js';
import type { MeasurementWindow } from './messages/measurement-window.js';
import { fromTimestamp, toTimestamp } from './timestamp.js';

const repeated = (ids: readonly string[]): string | undefined =>
  ids.find((id, index) => ids.indexOf(id) !== index);

/** What a schema cannot say of a window (SPEC MW3–MW7, P8): the first broken rule, or undefined. */
export const windowFault = (window: MeasurementWindow): string | undefined => {
  const start = fromTimestamp(window.start);
  // Date.parse rolls 30 February over into March instead of refusing it.
  const day = Number.isNaN(start) ? '' : toTimestamp(start).slice(0, 10);
  if (day !== window.start.slice(0, 10))
    return `start "${window.start}" is no moment of the calendar`;
  if (start % 1_000 !== 0) return `start "${window.start}" is not on a whole second`;
  const zone = repeated(window.zones.map((measured) => measured.zone));
  if (zone !== undefined) return `zone "${zone}" is measured twice`;
  const passage = repeated(window.passages.map((measured) => measured.passage));
  if (passage !== undefined) return `passage "${passage}" is measured twice`;
  const few = window.zones.find(
    ({ movement, persons }) => movement !== undefined && persons < LIMITS.personsBehindMovement,
  );
  if (few !== undefined) {
    return `zone "${few.zone}" tells how ${few.persons} persons move; at least ${LIMITS.personsBehindMovement} must be behind it`;
  }
  const { grid } = window;
  if (grid !== undefined && grid.columns * grid.rows !== grid.cells.length) {
    return `grid of ${grid.columns} × ${grid.rows} holds ${grid.cells.length} cells`;
  }
  if (window.fault !== undefined && (window.zones.length > 0 || grid !== undefined)) {
    return `a camera with the fault "${window.fault}" cannot measure`;
  }
  return undefined;
};

/** Cells on the wire are whole steps of density; these two are the only places that know the step. */
export const toCellSteps = (density: number): number =>
  Math.min(
    LIMITS.cellSteps.maximum,
    Math.max(LIMITS.cellSteps.minimum, Math.round(density / LIMITS.cellDensityStep)),
  );

export const fromCellSteps = (steps: number): number => steps * LIMITS.cellDensityStep;
