import type { ReactElement } from 'react';
import { fill } from './chart-colour.js';
import { textWidth } from './plot-area.js';

export const ROW_HEIGHT = 22;

/** Room for the names of rows: at most a third of the width. */
export const rowNameWidth = (rows: readonly { readonly name: string }[], width: number): number =>
  Math.min(width / 3, 10 + Math.max(0, ...rows.map(({ name }) => textWidth(name))));

interface Parts {
  readonly name: string;
  readonly row: number;
  readonly top: number;
  readonly left: number;
}

/** The name of a row, cut where it doesn't fit; whole for those who hear or hover. */
export const RowName = ({ left, name, row, top }: Parts): ReactElement => {
  const letters = Math.floor((left - 8) / 6);
  return (
    <text x={0} y={top + row * ROW_HEIGHT + 15} {...fill('ink')}>
      <title>{name}</title>
      {name.length > letters ? `${name.slice(0, Math.max(1, letters - 1))}…` : name}
    </text>
  );
};
