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
});
export type CalendarEvent = Type.Static<typeof EventShape>;

const events = Compile(Type.Array(EventShape));

/** The events that have begun, the newest first; none where the server cannot say. */
export const begunEvents = async (): Promise<readonly CalendarEvent[]> => {
  const answer = await ask({
    path: 'events',
    read: (content) => (events.Check(content) ? content : undefined),
  });
  if (!answer.ok) return [];
  return answer.value
    .filter(({ state }) => state !== 'to-come')
    .sort((a, b) => b.doorsAt.localeCompare(a.doorsAt));
};

/** Where a report of an event is had. */
export const reportAddress = (event: string, file: string): string =>
  new URL(`api/v1/events/${encodeURIComponent(event)}/${file}`, document.baseURI).href;
