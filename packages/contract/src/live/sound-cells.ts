import { LIMITS } from '../limits.js';

const { minimum, maximum } = LIMITS.cellSteps;

const isSoundCell = (cell: unknown): boolean =>
  cell === null ||
  (typeof cell === 'number' && Number.isInteger(cell) && cell >= minimum && cell <= maximum);

/** Whether a grid's schema accepts these cells, told without asking it of each one. */
export const areSoundCells = (cells: unknown): boolean =>
  Array.isArray(cells) &&
  cells.length >= 1 &&
  cells.length <= LIMITS.cellsPerWindow &&
  cells.every(isSoundCell);

/** A grid's cells that its schema accepts at a glance. */
const ONE_CELL = [minimum];

/**
 * A live message with one cell in the place of each grid's, where those are sound: a large venue has
 * 20,000 of them each second, and a page, which may not compile its schemas, asked them of each. What
 * is not known here to be sound stays as it came, so that nobody but the schema refuses, in its words.
 */
export const sparingSoundCells = (message: unknown): unknown => {
  if (!isObject(message) || !('grids' in message) || !Array.isArray(message.grids)) return message;
  return { ...message, grids: message.grids.map(sparingGrid) };
};

const sparingGrid = (state: unknown): unknown => {
  if (!isObject(state) || !('grid' in state) || !isObject(state.grid)) return state;
  if (!('cells' in state.grid) || !areSoundCells(state.grid.cells)) return state;
  return { ...state, grid: { ...state.grid, cells: ONE_CELL } };
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
