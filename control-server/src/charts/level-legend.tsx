import type { ReactElement } from 'react';
import { fill, stroke } from './chart-colour.js';
import { LEVEL_COLOURS, SHOWN_LEVELS, type ShownLevel } from './level-colour.js';

const BOX = 12;

/** A piece of a row in a level's colour; what is unknown is a dashed line. */
export const levelBox = (
  level: ShownLevel,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): ReactElement =>
  level === 'unknown' ? (
    <line
      {...{ x1: box.x, x2: box.x + box.width, strokeDasharray: '3 2', ...stroke('quiet') }}
      {...{ y1: box.y + box.height / 2, y2: box.y + box.height / 2 }}
    />
  ) : (
    <rect {...box} {...(level === 'few' ? fill('few') : { fill: LEVEL_COLOURS[level] })} />
  );

export interface LevelNames {
  readonly few: string;
  readonly unknown: string;
}

const nameOf = (level: ShownLevel, names: LevelNames): string =>
  level === 'few' || level === 'unknown' ? names[level] : level;

/** Room for the legend: what has a word instead of a letter goes to a second row. */
export const LEVEL_LEGEND_HEIGHT = 36;

/** Which colour is which level. */
export const levelLegend = (names: LevelNames, top: number): ReactElement => (
  <g transform={`translate(0 ${top})`}>
    {SHOWN_LEVELS.map((level, index) => {
      const isWord = level === 'few' || level === 'unknown';
      const x = isWord ? (level === 'few' ? 0 : 150) : (index - 1) * 36;
      const y = isWord ? 18 : 0;
      return (
        <g key={level}>
          {levelBox(level, { x, y, width: BOX, height: BOX })}
          <text x={x + BOX + 5} y={y + 10} {...fill('ink')}>
            {nameOf(level, names)}
          </text>
        </g>
      );
    })}
  </g>
);
