import { withEvent, withPlan } from '../../state/editor/calendar-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { EventList } from './event-list.js';
import { FaultLines } from './fault-lines.js';
import { Icon } from './icon.js';
import { PlanForm } from './plan-form.js';

const words = pageTexts('editor');

/** When the venue is used, and how: plans, their phases, and the evenings that go by them. */
export const CalendarTab = ({ now }: { readonly now: number }) => {
  const { checks, draft, editCalendar } = useEditor();
  const { plans } = draft.calendar;
  return (
    <>
      <FaultLines faults={checks.faults.filter(({ part }) => part === 'calendar')} />
      <h3>{words.calendar.events}</h3>
      <EventList now={now} />
      {plans.length === 0 ? <p className="note">{words.calendar.needsPlan}</p> : null}
      <button
        type="button"
        className="tool"
        disabled={plans.length === 0}
        onClick={() =>
          editCalendar((calendar) => withEvent(calendar, words.calendar.newEvent, now))
        }
      >
        <Icon name="add" />
        {words.calendar.addEvent}
      </button>
      <h3>{words.calendar.plans}</h3>
      {plans.map((plan, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a plan is its place; its id can be typed anew
        <PlanForm key={index} plan={plan} index={index} />
      ))}
      <button
        type="button"
        className="tool"
        onClick={() =>
          editCalendar((calendar) =>
            withPlan(calendar, { plan: words.calendar.newPlan, phase: words.calendar.doors }),
          )
        }
      >
        <Icon name="add" />
        {words.calendar.addPlan}
      </button>
    </>
  );
};
