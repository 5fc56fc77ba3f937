import type { PlanDefinition } from '@throng/contract';
import { planChanged, withPhase } from '../../state/editor/calendar-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon } from './icon.js';
import { NumberField } from './number-field.js';
import { TextField } from './text-field.js';

const words = pageTexts('editor');

/** How evenings of one sort go: its phases, and when it ends. */
export const PlanForm = ({
  index,
  plan,
}: {
  readonly plan: PlanDefinition;
  readonly index: number;
}) => {
  const { editCalendar } = useEditor();
  const change = (next: (plan: PlanDefinition) => PlanDefinition, field?: string) =>
    editCalendar(
      (calendar) => planChanged(calendar, index, next),
      field === undefined ? undefined : `plans/${index}/${field}`,
    );
  const changePhase = (
    place: number,
    patch: Partial<PlanDefinition['phases'][number]>,
    field: string,
  ) =>
    change(
      (each) => ({
        ...each,
        phases: each.phases.map((phase, at) => (at === place ? { ...phase, ...patch } : phase)),
      }),
      `phases/${place}/${field}`,
    );
  return (
    <fieldset className="edit-part">
      <legend>{plan.name || plan.id}</legend>
      <div className="edit-pair">
        <TextField
          label={words.field.name}
          value={plan.name}
          onChange={(name) => change((each) => ({ ...each, name }), 'name')}
        />
        <TextField
          label={words.field.id}
          value={plan.id}
          isId
          onChange={(id) => change((each) => ({ ...each, id }), 'id')}
        />
      </div>
      <ul className="phase-list">
        {plan.phases.map((phase, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phase is its place in the plan; its id can be typed anew
          <li key={place}>
            <NumberField
              label={words.field.fromMinute}
              value={phase.fromMinute}
              step={5}
              min={0}
              onChange={(fromMinute) => changePhase(place, { fromMinute }, 'from')}
            />
            <TextField
              label={words.field.name}
              value={phase.name}
              onChange={(name) => changePhase(place, { name }, 'name')}
            />
            <TextField
              label={words.field.id}
              value={phase.id}
              isId
              onChange={(id) => changePhase(place, { id }, 'id')}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={words.calendar.remove(phase.name)}
              disabled={plan.phases.length === 1}
              onClick={() =>
                change((each) => ({ ...each, phases: each.phases.toSpliced(place, 1) }))
              }
            >
              <Icon name="remove" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="tool"
        onClick={() => change((each) => withPhase(each, words.calendar.newPhase))}
      >
        <Icon name="add" />
        {words.calendar.addPhase}
      </button>
      <div className="edit-pair">
        <NumberField
          label={words.field.endMinute}
          value={plan.endMinute}
          step={5}
          min={0}
          onChange={(endMinute) => change((each) => ({ ...each, endMinute }))}
        />
        <button
          type="button"
          className="tool"
          onClick={() =>
            editCalendar((calendar) => ({ ...calendar, plans: calendar.plans.toSpliced(index, 1) }))
          }
        >
          <Icon name="remove" />
          {words.calendar.remove(plan.name)}
        </button>
      </div>
    </fieldset>
  );
};
