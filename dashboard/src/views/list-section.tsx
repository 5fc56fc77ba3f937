import { memo } from 'react';
import type { Section } from '../state/dashboard-state.js';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';
import { DeviceSection } from './device-section.js';
import { ZoneSection } from './zone-section.js';

/** Zones, or the devices behind them: one place, two lists. */
export const ListSection = memo(
  ({
    picture,
    now,
    selectedZone,
    section,
  }: {
    readonly picture: Picture;
    /** Event time, epoch milliseconds. */
    readonly now: number;
    readonly selectedZone: string | null;
    readonly section: Section;
  }) => {
    const dispatch = useDispatch();
    const shown = section === 'devices' ? 'devices' : 'zones';
    const ill = [...picture.cameras.values()].filter(({ state }) => state !== 'live').length;
    return (
      <section className="panel list-section" aria-label={texts.page.section[shown]}>
        <div className="tabs">
          {(['zones', 'devices'] as const).map((name) => (
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
        ) : (
          <DeviceSection picture={picture} now={now} />
        )}
      </section>
    );
  },
);
