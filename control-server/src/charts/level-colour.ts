import type { LevelOfService } from '@throng/crowd';

/** What is known of a zone at one time: its level, that few were there, or nothing. */
export type ShownLevel = LevelOfService | 'few' | 'unknown';

/** From free to broken down. */
export const SHOWN_LEVELS: readonly ShownLevel[] = [
  ...(['few', 'A', 'B', 'C', 'D', 'E', 'F', 'unknown'] as const),
];

/**
 * One colour per level, on light and dark ground alike: lightness falls from A to F throughout,
 * which orders it in print and for colour-blind eyes too. Where few were there
 * the paper shows through, and what is unknown is a line where a colour would be.
 */
export const LEVEL_COLOURS: Readonly<Record<LevelOfService, string>> = {
  A: '#d3e6c1',
  B: '#f6e59a',
  C: '#f6bb5b',
  D: '#e8843a',
  E: '#c9402c',
  F: '#7c1030',
};
