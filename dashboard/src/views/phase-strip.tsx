import type { Stretch } from '../state/phases-on-bar.js';
import { texts } from '../texts/index.js';

/** The phases of the event under the slider, each as long as it lasts there, and where now is. */
export const PhaseStrip = ({ stretches }: { readonly stretches: readonly Stretch[] }) => (
  <ol
    className="phase-strip"
    aria-label={texts.travel.phases}
    style={{ gridTemplateColumns: stretches.map(({ from, to }) => `${to - from}fr`).join(' ') }}
  >
    {stretches.map(({ key, name }) => (
      <li key={key} className={name === null ? 'no-phase' : 'phase'} title={name ?? undefined}>
        <span>{name}</span>
      </li>
    ))}
  </ol>
);
