import type { ReactElement } from 'react';

const WIDTHS = { desk: 780, half: 380, phone: 340 } as const;

interface Parts {
  /** Draws the chart at a width. */
  readonly chart: (width: number) => ReactElement;
  /** Whether two stand side by side on a desk. */
  readonly isHalf?: boolean;
}

/** A chart drawn twice, so that its letters have their size on a desk and on a phone. */
export const BothWidths = ({ chart, isHalf = false }: Parts): ReactElement => (
  <>
    <div className="desk">{chart(isHalf ? WIDTHS.half : WIDTHS.desk)}</div>
    <div className="phone">{chart(WIDTHS.phone)}</div>
  </>
);
