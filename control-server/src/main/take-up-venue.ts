import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { OpenedVersions } from '../adapters/store/sqlite-version-store.js';
import type { Actor } from '../audit/recorder.js';
import type { StoreResult } from '../store/measurement-store.js';
import type { VersionNeeds } from '../venue-versions/check-version.js';
import { type AtStart, decideAtStart } from '../venue-versions/decide-at-start.js';
import type { FloorPlanStore } from '../venue-versions/floor-plan.js';
import { soundVersion, takeFromFile, type VersionParts } from '../venue-versions/keep-versions.js';
import { contentText, type VersionContent } from '../venue-versions/venue-version.js';
import type { Log } from './log.js';

/** The venue file, as an actor. */
const FILE: Actor = { name: 'file', role: 'server' };

/** What keeps a server from starting with the versions that are kept. */
export class VersionError extends Error {
  readonly code = 'VENUE_VERSION';
}

const orThrow = <Value>(result: StoreResult<Value>): Value => {
  if (result.ok) return result.value;
  throw new VersionError(result.message);
};

/** What a version must fit to be in force at this server. */
export const needsOf = (
  { server, venue }: LoadedVenueFile,
  pictures: FloorPlanStore,
): VersionNeeds => ({
  server,
  venueId: venue.id,
  hasPicture: (id) => {
    const known = pictures.has(id);
    return known.ok && known.value;
  },
});

/** What is in force, as far as it is kept and sound; else what the venue file holds. */
export const contentInForce = (
  file: LoadedVenueFile,
  { pictures, versions }: OpenedVersions,
): VersionContent => {
  const version = versions.inForce();
  if (!version.ok || version.value === undefined) return file;
  const sound = soundVersion({ versions, needs: needsOf(file, pictures) }, version.value);
  return sound.ok ? sound.value : file;
};

export interface TakenUp {
  readonly decided: AtStart;
  /** The venue file with the venue and calendar that are in force. */
  readonly file: LoadedVenueFile;
}

/**
 * Decides between the venue file and the versions that are kept; nothing is changed yet.
 *
 * @throws VersionError when the version in force no longer fits the server's settings.
 */
export const takeUpVenue = (file: LoadedVenueFile, opened: OpenedVersions): TakenUp => {
  const { versions } = opened;
  const [taken, inForce] = [orThrow(versions.lastFromFile()), orThrow(versions.inForce())];
  const decided = decideAtStart(contentText(file), taken, inForce);
  if (decided.kind !== 'as-it-was') return { decided, file };
  const sound = soundVersion({ versions, needs: needsOf(file, opened.pictures) }, decided.version);
  if (sound.ok) return { decided, file: { ...file, ...sound.value } };
  const faults = 'faults' in sound ? sound.faults : [];
  const causes = faults.map(({ message, path }) => `${path} ${message}`);
  throw new VersionError(
    [`version ${decided.version} of the venue: ${sound.message}`, ...causes].join('; '),
  );
};

/**
 * Keeps what was taken from the file, and says in the log which venue is in force; the number of its
 * version.
 *
 * @throws VersionError when that cannot be kept.
 */
export const keepTakenUp = async (
  { decided, file }: TakenUp,
  parts: Omit<VersionParts, 'needs'>,
  log: Log,
): Promise<number> => {
  const before = orThrow(parts.versions.list()).find(({ isInForce }) => isInForce);
  if (decided.kind === 'as-it-was') {
    const isFile = contentText(file) === orThrow(parts.versions.lastFromFile());
    const words = isFile
      ? 'the venue file is in force, as before'
      : 'the venue file has not changed; what was edited since stays in force';
    log.info({ version: decided.version, savedBy: before?.savedBy }, words);
    return decided.version;
  }
  const { calendar, venue } = file;
  const taken = await takeFromFile(parts, { venue, calendar }, FILE);
  if (!taken.ok) throw new VersionError(taken.message);
  if (decided.kind === 'first') {
    log.info({ version: taken.value }, 'the venue file is kept as the first version, and in force');
  } else {
    const words = 'the venue file was changed: it is the newest version, and in force';
    log.warn({ version: taken.value, before: before?.version, savedBy: before?.savedBy }, words);
  }
  return taken.value;
};
