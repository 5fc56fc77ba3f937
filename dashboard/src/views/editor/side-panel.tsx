import { pageTexts } from '../../texts/pages.js';
import { CalendarTab } from './calendar-tab.js';
import { ChecksTab } from './checks-tab.js';
import { DrawingTab } from './drawing-tab.js';
import { useEditor } from './editor-context.js';
import type { FloorPlanFormProps } from './floor-plan-form.js';
import type { VersionDesk } from './use-versions.js';
import { VersionsTab } from './versions-tab.js';

const words = pageTexts('editor');

const tabs = ['drawing', 'calendar', 'checks', 'versions'] as const;
export type TabName = (typeof tabs)[number];

export interface SidePanelProps {
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  readonly now: number;
  readonly desk: VersionDesk;
  readonly floorPlan: FloorPlanFormProps;
}

/** Everything beside the map, one part at a time. */
export const SidePanel = ({ desk, floorPlan, now, onTab, tab }: SidePanelProps) => {
  const { checks, select } = useEditor();
  const count = checks.faults.length + checks.warnings.length;
  return (
    <section className="edit-side" aria-label={words.tab[tab]}>
      <nav className="edit-tabs" aria-label={words.heading}>
        {tabs.map((name) => (
          <button key={name} type="button" aria-pressed={name === tab} onClick={() => onTab(name)}>
            {words.tab[name]}
            {name === 'checks' && count > 0 ? <span className="badge">{count}</span> : null}
          </button>
        ))}
      </nav>
      <div className="edit-scroll" key={tab}>
        {tab === 'drawing' ? <DrawingTab {...floorPlan} /> : null}
        {tab === 'calendar' ? <CalendarTab now={now} /> : null}
        {tab === 'checks' ? (
          <ChecksTab
            onShape={(ref) => {
              select(ref);
              onTab('drawing');
            }}
            onCalendar={() => onTab('calendar')}
          />
        ) : null}
        {tab === 'versions' ? <VersionsTab desk={desk} /> : null}
      </div>
    </section>
  );
};
