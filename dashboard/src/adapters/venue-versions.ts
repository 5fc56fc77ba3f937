import {
  CalendarDefinition,
  type Fault,
  fail,
  ok,
  type Result,
  shapeOf,
  VenueDefinition,
} from '@throng/contract';
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { VenueDraft } from '../state/editor/venue-draft.js';
import { faultsIn } from './told-faults.js';

const Summary = Type.Object({
  version: Type.Integer(),
  savedAt: Type.String(),
  savedBy: Type.String(),
  note: Type.String(),
  isInForce: Type.Boolean(),
});
/** A saved version of the venue, without what it holds. */
export type VersionSummary = Type.Static<typeof Summary>;

const isList = Compile(Type.Array(Summary));
const isWhole = Compile(Type.Object({ venue: Type.Unknown(), calendar: Type.Unknown() }));
const isVenue = shapeOf(VenueDefinition);
const isCalendar = shapeOf(CalendarDefinition);
const isSaved = Compile(Type.Object({ version: Type.Integer() }));
const isImage = Compile(Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) }));
const isRefusal = Compile(
  Type.Object({
    error: Type.Object({
      code: Type.String(),
    }),
  }),
);

const addressOf = (path: string): URL => new URL(`api/v1/${path}`, document.baseURI);

/** What came back; a code where it was refused: the server's own, `unreachable`, or `unreadable`. */
interface Answer {
  readonly isDone: boolean;
  readonly code: string;
  readonly content: unknown;
}

const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  try {
    const answer = await fetch(addressOf(path), init);
    const content: unknown = answer.status === 204 ? null : await answer.json();
    const code = isRefusal.Check(content) ? content.error.code : 'unreadable';
    return { isDone: answer.ok, code, content };
  } catch {
    return { isDone: false, code: 'unreachable', content: null };
  }
};

const refused = ({ code, isDone }: Answer) => fail(isDone ? 'unreadable' : code, 'refused');

/** All versions, the newest first. */
export const fetchVersions = async (): Promise<Result<VersionSummary[]>> => {
  const answer = await send('venue-versions');
  return answer.isDone && isList.Check(answer.content) ? ok(answer.content) : refused(answer);
};

/** What one version holds. */
export const fetchVersion = async (version: number): Promise<Result<VenueDraft>> => {
  const answer = await send(`venue-versions/${version}`);
  if (!answer.isDone || !isWhole.Check(answer.content)) return refused(answer);
  const [venue, calendar] = [isVenue(answer.content.venue), isCalendar(answer.content.calendar)];
  return venue.ok && calendar.ok
    ? ok({ venue: venue.value, calendar: calendar.value })
    : fail('unreadable', 'the version has another form');
};

export interface Saving extends VenueDraft {
  /** The version that the work began with. */
  readonly basedOn: number;
  readonly note: string;
}

/** The number that the work was saved under; or why it was not, with every fault where there are any. */
export type Saved =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly code: string; readonly faults: readonly Fault[] };

export const saveVersion = async (saving: Saving): Promise<Saved> => {
  const answer = await send('venue-versions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(saving),
  });
  const { content } = answer;
  if (answer.isDone && isSaved.Check(content)) return { ok: true, version: content.version };
  return { ok: false, code: answer.isDone ? 'unreadable' : answer.code, faults: faultsIn(content) };
};

/** Has the server go on with a version; a code where it does not. */
export const putInForce = async (version: number): Promise<string | null> => {
  const answer = await send(`venue-versions/${version}/put-in-force`, { method: 'POST' });
  return answer.isDone ? null : answer.code;
};

/** Gives the server a picture of the plan; its name there. */
export const uploadFloorPlan = async (file: File): Promise<Result<string>> => {
  const answer = await send('floor-plans', {
    method: 'PUT',
    headers: { 'content-type': file.type },
    body: file,
  });
  const { content } = answer;
  return answer.isDone && isImage.Check(content) ? ok(content.id) : refused(answer);
};
