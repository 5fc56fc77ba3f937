import { memo, Suspense } from 'react';
import type { Section } from '../state/dashboard-state.js';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';
import { DeviceSection } from './device-section.js';
import { PassageTable } from './passage-panel/lazy-passages.js';
import { ZoneSection } from './zone-section.js';

/** Sections that share the place of the lists. */
const LISTS = ['zones', 'passages', 'devices'] as const;

/** Zones, the passages between them, or the devices behind them: one place, three lists. */
export const ListSection = memo(
  ({
    picture,
    now,
    selectedPassage,
    selectedZone,
    section,
  }: {
    readonly picture: Picture;
    /** Event time, epoch milliseconds. */
    readonly now: number;
    readonly selectedPassage: string | null;
    readonly selectedZone: string | null;
    readonly section: Section;
  }) => {
    const dispatch = useDispatch();
    const shown = LISTS.find((name) => name === section) ?? 'zones';
    const ill = [...picture.cameras.values()].filter(({ state }) => state !== 'live').length;
    return (
      <section className="panel list-section" aria-label={texts.page.section[shown]}>
        <div className="tabs">
          {LISTS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === shown}
              onClick={() => dispatch({ type: 'section-chosen', section: name })}
            >
              {texts.page.section[name]}
              {name === 'devices' && ill > 0 ? <span className="badge">{ill}</span> : null}
            </button>
          ))}
        </div>
        {shown === 'zones' ? (
          <ZoneSection picture={picture} now={now} selectedZone={selectedZone} />
        ) : shown === 'passages' ? (
          <Suspense fallback={null}>
            <PassageTable picture={picture} selectedPassage={selectedPassage} />
          </Suspense>
        ) : (
          <DeviceSection picture={picture} now={now} />
        )}
      </section>
    );
  },
);
