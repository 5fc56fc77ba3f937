import type { ReactElement } from 'react';
import { placesAlong } from './axis.js';
import { SHOWN_LEVELS, type ShownLevel } from './level-colour.js';
import { LEVEL_LEGEND_HEIGHT, type LevelNames, levelBox, levelLegend } from './level-legend.js';
import { type ChartFrame, FONT } from './plot-area.js';
import { ROW_HEIGHT, RowName, rowNameWidth } from './row-name.js';

export interface ShareRow {
  readonly name: string;
  /** Shares of the whole, 0 to 1; together 1. */
  readonly shares: Readonly<Record<ShownLevel, number>>;
}

export interface ShareChartParts extends Omit<ChartFrame, 'height'> {
  readonly rows: readonly ShareRow[];
  readonly names: LevelNames;
  /** Writes a share on its piece where there is room. */
  readonly write: (share: number) => string;
}

/** Lightest level on which white letters are read better than black ones. */
const ON_DARK: ReadonlySet<ShownLevel> = new Set(['E', 'F']);

const ROOM = 30;

/** A row per zone: which share of the time it spent at each level of service. */
export const shareChart = ({ names, rows, title, width, write }: ShareChartParts): ReactElement => {
  const left = rowNameWidth(rows, width);
  const bottom = rows.length * ROW_HEIGHT;
  const place = placesAlong([0, 1], [left, width - 18]);
  const height = bottom + 10 + LEVEL_LEGEND_HEIGHT;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} {...FONT}>
      <title>{title}</title>
      {rows.map(({ name, shares }, row) => (
        <g key={name}>
          <RowName {...{ name, left, row, top: 0 }} />
          {pieces(shares).map(({ from, level, share }) => (
            <g key={level}>
              {levelBox(level, {
                x: place(from),
                y: row * ROW_HEIGHT + 2,
                width: place(share) - place(0),
                height: ROW_HEIGHT - 4,
              })}
              {level !== 'unknown' && place(share) - place(0) > ROOM && (
                <text
                  {...{ x: place(from + share / 2), y: row * ROW_HEIGHT + 15 }}
                  textAnchor="middle"
                  fill={ON_DARK.has(level) ? '#ffffff' : '#1d2430'}
                >
                  {write(share)}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
      {levelLegend(names, bottom + 10)}
    </svg>
  );
};

/** The shares above nought, side by side. */
const pieces = (shares: ShareRow['shares']) => {
  let from = 0;
  return SHOWN_LEVELS.flatMap((level) => {
    const share = shares[level];
    const piece = { from, level, share };
    from += share;
    return share > 0 ? [piece] : [];
  });
};
