import { type Fault, fail, ok, type Result, toTimestamp } from '@throng/contract';
import { recorded } from '../access/keep-parts.js';
import type { Actor, Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { StoreFault, StoreResult } from '../store/measurement-store.js';
import { checkVersion, type VersionNeeds } from './check-version.js';
import type { VersionContent, VersionHead } from './venue-version.js';
import type { NewVersion, VersionStore } from './version-store.js';

/** What keeping versions works with. */
export interface VersionParts {
  readonly versions: VersionStore;
  readonly needs: VersionNeeds;
  readonly recorder: Recorder;
  readonly clock: Clock;
}

type Keeping = Omit<VersionParts, 'needs'>;

/** A content that cannot be in force, with every fault. */
export interface Unsound {
  readonly ok: false;
  readonly code: 'faults';
  readonly message: string;
  readonly faults: readonly Fault[];
}

const unsound = (faults: readonly Fault[]): Unsound => {
  const message = `${faults.length === 1 ? 'one thing' : `${faults.length} things`} must be mended first`;
  return { ok: false, code: 'faults', message, faults };
};

/** What somebody wants to save. */
export interface Draft {
  /** The newest version, as they knew it. */
  readonly basedOn: number;
  readonly note: string;
  readonly venue: unknown;
  readonly calendar: unknown;
}

const isOutdated = (newest: VersionHead | undefined): Result<never, 'outdated'> =>
  fail(
    'outdated',
    newest === undefined
      ? 'no version is kept yet'
      : `version ${newest.version} was saved by ${newest.savedBy} at ${toTimestamp(newest.savedAt)}; look at it first`,
  );

/** Saves a draft as the newest version: first checked, then on record, then kept. It is not in force yet. */
export const saveVersion = async (
  parts: VersionParts,
  { basedOn, note, ...draft }: Draft,
  actor: Actor,
): Promise<Result<number, 'outdated' | StoreFault> | Unsound> => {
  const checked = checkVersion(draft, parts.needs);
  if (!checked.ok) return unsound(checked.faults);
  const heads = parts.versions.list();
  if (!heads.ok) return heads;
  const [newest] = heads.value;
  if (newest?.version !== basedOn) return isOutdated(newest);
  return keep(parts, { basedOn, note, source: 'editor', ...checked.value }, actor);
};

/** Keeps what the venue file holds as the newest version, and puts it in force; its number. */
export const takeFromFile = async (
  parts: Keeping,
  content: VersionContent,
  actor: Actor,
): Promise<Result<number, 'outdated' | StoreFault>> => {
  const heads = parts.versions.list();
  if (!heads.ok) return heads;
  const basedOn = heads.value[0]?.version ?? 0;
  const { calendar, venue } = content;
  const note = 'from the file';
  const kept = await keep(parts, { basedOn, note, source: 'file', venue, calendar }, actor);
  if (!kept.ok) return kept;
  const entered = await enterInForce(parts, kept.value, actor);
  return entered.ok ? kept : entered;
};

/** On record, then kept. */
const keep = (
  { clock, recorder, versions }: Keeping,
  made: Omit<NewVersion, 'savedAt' | 'savedBy'>,
  actor: Actor,
): Promise<Result<number, 'outdated' | StoreFault>> => {
  const version = made.basedOn + 1;
  const act = {
    actor,
    action: 'venue-changed',
    subject: `version ${version}`,
    details: { version, comment: made.note },
  } as const;
  return recorded({ recorder }, act, () =>
    versions.save({ ...made, savedAt: clock.now(), savedBy: actor.name }),
  );
};

/** A version that is kept and can be in force, parsed; or why it cannot. */
export const soundVersion = (
  { needs, versions }: Pick<VersionParts, 'needs' | 'versions'>,
  version: number,
): Result<VersionContent, 'no-such-version' | StoreFault> | Unsound => {
  const kept = versions.read(version);
  if (!kept.ok) return kept;
  if (kept.value === undefined) return fail('no-such-version', `there is no version ${version}`);
  const checked = checkVersion(kept.value, needs);
  return checked.ok ? ok(checked.value) : unsound(checked.faults);
};

/** Notes that a version is in force from now on: first on record, then kept. */
export const enterInForce = (
  { clock, recorder, versions }: Keeping,
  version: number,
  actor: Actor,
): Promise<StoreResult<void>> => {
  const act = {
    actor,
    action: 'venue-put-in-force',
    subject: `version ${version}`,
    details: { version },
  } as const;
  return recorded<void, never>({ recorder }, act, () =>
    versions.putInForce(version, actor.name, clock.now()),
  );
};
