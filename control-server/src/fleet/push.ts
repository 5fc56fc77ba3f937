import {
  type Fault,
  type FleetSettings,
  fail,
  ok,
  parseFleetSettings,
  type Result,
  sealDocument,
  type VenueDefinition,
} from '@throng/contract';
import { recorded } from '../access/keep-parts.js';
import type { Actor, Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { StoreFault } from '../store/measurement-store.js';
import type { FleetStore } from './fleet-store.js';
import { documentOf, type FleetContent, type FleetVersion } from './fleet-version.js';

/** What deciding for boxes works with. */
export interface FleetParts {
  readonly store: FleetStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly venue: () => VenueDefinition;
}

/** Settings that no box could take, with every fault. */
export interface FaultySettings {
  readonly ok: false;
  readonly code: 'faults';
  readonly message: string;
  readonly faults: readonly Fault[];
}

export type PushFault = 'unknown-edge' | 'no-such-version' | 'outdated' | 'too-large' | StoreFault;
export type Pushed = Result<number, PushFault> | FaultySettings;

/** What somebody wants a box to do. */
export interface Push {
  readonly edge: string;
  /** As it was given, not checked yet. */
  readonly settings: unknown;
  readonly note: string;
  /** The newest version as they knew it; whatever it is where they do not say. */
  readonly basedOn?: number | undefined;
}

/** A text of the length of every signature: whether a document can be sent is known before it is kept. */
const NO_SIGNATURE = `${'A'.repeat(86)}==`;

const faulty = (faults: readonly Fault[]): FaultySettings => {
  const message = `${faults.length === 1 ? 'one thing' : `${faults.length} things`} must be mended first`;
  return { ok: false, code: 'faults', message, faults };
};

/** What this venue has against settings that are sound in themselves. */
const venueFaults = (
  { cameras = [], venue: pushed }: FleetSettings,
  edge: string,
  venue: VenueDefinition,
): Fault[] => {
  const own = (pushed ?? venue).cameras.filter((camera) => camera.edge === edge);
  const names = own.map(({ id }) => `"${id}"`).join(', ') || 'none';
  return [
    ...(pushed === undefined || pushed.id === venue.id
      ? []
      : [{ path: '/venue/id', message: `must be "${venue.id}", this server's venue` }]),
    ...cameras.flatMap(({ id }, index) =>
      own.some((camera) => camera.id === id)
        ? []
        : [{ path: `/cameras/${index}/id`, message: `is no camera of "${edge}"; it has ${names}` }],
    ),
  ];
};

export const isEdgeOf = ({ cameras }: VenueDefinition, edge: string): boolean =>
  cameras.some((camera) => camera.edge === edge);

/** The newest version of a box; undefined before the first. */
export const newestOf = (
  store: FleetStore,
  edge: string,
): Result<FleetVersion | undefined, StoreFault> => {
  const newest = store.newest();
  return newest.ok ? ok(newest.value.find((version) => version.edge === edge)) : newest;
};

/** Keeps what a box shall do as its next version: first checked, then on record, then kept. Its number. */
export const pushSettings = async (
  parts: FleetParts,
  { basedOn, edge, note, settings: given }: Push,
  actor: Actor,
): Promise<Pushed> => {
  const parsed = parseFleetSettings(given);
  if (!parsed.ok) return faulty(parsed.faults);
  const settings = parsed.value;
  const venue = parts.venue();
  if (!isEdgeOf(venue, edge)) return unknownEdge(venue, edge);
  const faults = venueFaults(settings, edge, venue);
  if (faults.length > 0) return faulty(faults);
  const newest = newestOf(parts.store, edge);
  if (!newest.ok) return newest;
  const content = { settings, models: newest.value?.models ?? {} };
  return keepVersion(parts, { edge, note, ...content }, newest.value, actor, basedOn);
};

/** Lets a box do again what an earlier version said, as a new version (FL3). Its models stay: they go by rollouts. */
export const restoreSettings = async (
  parts: FleetParts,
  { edge, version }: { readonly edge: string; readonly version: number },
  actor: Actor,
): Promise<Pushed> => {
  const found = parts.store.read(edge, version);
  if (!found.ok) return found;
  if (found.value === undefined) {
    return fail('no-such-version', `"${edge}" has no version ${version}`);
  }
  const { settings } = found.value;
  return pushSettings(parts, { edge, settings, note: `version ${version} again` }, actor);
};

/** On record, then kept. @param newest the version before, as it was read for this. */
export const keepVersion = async (
  { clock, recorder, store, venue }: FleetParts,
  made: FleetContent & { readonly edge: string; readonly note: string },
  newest: FleetVersion | undefined,
  actor: Actor,
  known?: number,
): Promise<Result<number, PushFault>> => {
  const basedOn = newest?.version ?? 0;
  if (known !== undefined && known !== basedOn) {
    const who = newest === undefined ? 'nobody' : newest.savedBy;
    return fail('outdated', `version ${basedOn} was saved by ${who}; look at it first`);
  }
  const { edge, note } = made;
  const version = { ...made, version: basedOn + 1, savedAt: clock.now(), savedBy: actor.name };
  const sendable = sealDocument(documentOf(venue().id, version), () => NO_SIGNATURE);
  if (!sendable.ok) return sendable;
  const act = {
    actor,
    action: 'fleet-settings-pushed',
    subject: edge,
    details: { version: version.version, comment: note.slice(0, 500) },
  } as const;
  return recorded<number, PushFault>({ recorder }, act, () => store.save({ ...version, basedOn }));
};

const unknownEdge = ({ cameras }: VenueDefinition, edge: string) => {
  const edges = [...new Set(cameras.map((camera) => camera.edge))];
  const names = edges.map((id) => `"${id}"`).join(', ') || 'none';
  return fail('unknown-edge', `the venue has no edge "${edge}"; its edges are ${names}`);
};
