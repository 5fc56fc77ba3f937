import { type EventDefinition, fromTimestamp, toTimestamp } from '@throng/contract';
import { useState } from 'react';
import { eventChanged } from '../../state/editor/calendar-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon } from './icon.js';
import { ChoiceField, TextField } from './text-field.js';

const words = pageTexts('editor');

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A moment as the browser's own field wants it: local time, to the minute. */
const fieldOf = (at: number): string => {
  const local = at - new Date(at).getTimezoneOffset() * MINUTE_MS;
  return Number.isFinite(local) ? new Date(local).toISOString().slice(0, 16) : '';
};

/** The evenings, with those that are over out of the way. */
export const EventList = ({ now }: { readonly now: number }) => {
  const { draft } = useEditor();
  const [areAllShown, showAll] = useState(false);
  const rows = draft.calendar.events.map((event, index) => ({ event, index }));
  const isOver = ({ doorsAt }: EventDefinition) => fromTimestamp(doorsAt) < now - 2 * DAY_MS;
  const earlier = rows.filter(({ event }) => isOver(event));
  const shown = areAllShown ? rows : rows.filter(({ event }) => !isOver(event));
  return (
    <>
      {earlier.length > 0 && !areAllShown ? (
        <button type="button" className="tool" onClick={() => showAll(true)}>
          {words.calendar.earlier(earlier.length)}
        </button>
      ) : null}
      <ul className="phase-list">
        {shown.map(({ event, index }) => (
          <EventRow key={index} event={event} index={index} />
        ))}
      </ul>
    </>
  );
};

const EventRow = ({
  event,
  index,
}: {
  readonly event: EventDefinition;
  readonly index: number;
}) => {
  const { draft, editCalendar } = useEditor();
  const change = (patch: Partial<EventDefinition>, field: string) =>
    editCalendar(
      (calendar) => eventChanged(calendar, index, (each) => ({ ...each, ...patch })),
      `events/${index}/${field}`,
    );
  return (
    <li className="is-event">
      <TextField
        label={words.field.name}
        value={event.name}
        onChange={(name) => change({ name }, 'name')}
      />
      <TextField
        label={words.field.id}
        value={event.id}
        isId
        onChange={(id) => change({ id }, 'id')}
      />
      <ChoiceField
        label={words.field.plan}
        value={event.plan}
        choices={draft.calendar.plans.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(plan) => change({ plan }, 'plan')}
      />
      <label className="edit-field">
        <span>{words.field.doorsAt}</span>
        <input
          type="datetime-local"
          value={fieldOf(fromTimestamp(event.doorsAt))}
          onChange={({ target }) => {
            const at = new Date(target.value).getTime();
            if (Number.isFinite(at)) change({ doorsAt: toTimestamp(at) }, 'doors');
          }}
        />
      </label>
      <button
        type="button"
        className="icon-button"
        aria-label={words.calendar.remove(event.name)}
        onClick={() =>
          editCalendar((calendar) => ({ ...calendar, events: calendar.events.toSpliced(index, 1) }))
        }
      >
        <Icon name="remove" />
      </button>
    </li>
  );
};
