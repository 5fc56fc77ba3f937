// A namespace, so that the parts that are not used fall away.
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { ask } from '../access/access-api.js';

const EventShape = Type.Object({
  id: Type.String(),
  name: Type.String(),
  doorsAt: Type.String(),
  endsAt: Type.String(),
  state: Type.Union([Type.Literal('past'), Type.Literal('now'), Type.Literal('to-come')]),
  /** Absent where the server is of an older version. */
  phases: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), name: Type.String(), at: Type.String() })),
  ),
});
export type CalendarEvent = Type.Static<typeof EventShape>;

const events = Compile(Type.Array(EventShape));

/** The events of the calendar; none where the server cannot say. */
export const calendarEvents = async (): Promise<readonly CalendarEvent[]> => {
  const answer = await ask({
    path: 'events',
    read: (content) => (events.Check(content) ? content : undefined),
  });
  return answer.ok ? answer.value : [];
};

/** The events that have begun, the newest first; none where the server cannot say. */
export const begunEvents = async (): Promise<readonly CalendarEvent[]> =>
  (await calendarEvents())
    .filter(({ state }) => state !== 'to-come')
    .sort((a, b) => b.doorsAt.localeCompare(a.doorsAt));

/** Where a report of an event is had. */
export const reportAddress = (event: string, file: string): string =>
  new URL(`api/v1/events/${encodeURIComponent(event)}/${file}`, document.baseURI).href;
