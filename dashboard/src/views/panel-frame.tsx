import { type ReactNode, useEffect, useRef } from 'react';
import type { ZoneStanding } from '../state/zone-order.js';
import { texts } from '../texts/index.js';
import { BandMark } from './band-mark.js';

export interface PanelFrameProps {
  /** What the panel is of; the focus goes to its heading whenever that changes. */
  readonly subject: string;
  readonly name: string;
  /** What it is, or where it leads. */
  readonly note: string;
  readonly standing: ZoneStanding;
  /** The standing in words, or the figure that makes it. */
  readonly told: string;
  readonly kind: 'zone' | 'passage';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel beside the map: of what it is, how that stands, and the way out, by button and by key. */
export const PanelFrame = ({
  subject,
  name,
  note,
  standing,
  told,
  kind,
  onClose,
  children,
}: PanelFrameProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the subject, not the drawing
  useEffect(() => heading.current?.focus(), [subject]);
  return (
    <aside
      className={`zone-panel ${kind === 'passage' ? 'passage-panel ' : ''}edge-${standing}`}
      aria-labelledby={`${kind}-heading`}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header>
        <div>
          <h2 id={`${kind}-heading`} ref={heading} tabIndex={-1}>
            {name}
          </h2>
          <span className="note">{note}</span>
        </div>
        <span className={`chip chip-${standing}`}>
          <BandMark standing={standing} />
          {told}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={texts.page.close}
          onClick={onClose}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" />
          </svg>
        </button>
      </header>
      {children}
    </aside>
  );
};
