import { writeFile } from 'node:fs/promises';
import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import { Command, InvalidArgumentError } from 'commander';
import { stringify } from 'yaml';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Desk } from '../main/open-desk.js';
import { needsOf } from '../main/take-up-venue.js';
import { enterInForce, soundVersion } from '../venue-versions/keep-versions.js';
import type { VersionContent } from '../venue-versions/venue-version.js';
import { atDesk, type DeskOptions, withDeskOptions } from './at-desk.js';
import { textTable } from './text-table.js';

const versionNumber = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number of a version, as "venue versions" prints it.');
};

/** A version that could be in force here; every fault in one sentence where it could not. */
const sound = (
  { versions, pictures }: Desk['kept'],
  file: LoadedVenueFile,
  version: number,
): Result<VersionContent> => {
  const found = soundVersion({ versions, needs: needsOf(file, pictures) }, version);
  if (found.ok || !('faults' in found)) return found;
  const causes = found.faults.map(({ message, path }) => `${path} ${message}`);
  return fail('faults', `version ${version}: ${causes.join('; ')}`);
};

/** A file that is there already may be the venue file, with settings that a version does not hold. */
const writeNew = async (path: string, text: string): Promise<Result<void>> => {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return ok(undefined);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail('file', `nothing was written: ${cause}`);
  }
};

/** `throng-server venue versions|show|export|restore` */
export const venueCommand = (): Command => {
  const venue = new Command('venue').description('versions of the venue; a running server follows');
  withDeskOptions(venue.command('versions'))
    .description('all versions, newest first: who saved them, when, and which is in force')
    .action((options: DeskOptions) =>
      atDesk(options, async ({ kept }) => {
        const heads = kept.versions.list();
        if (!heads.ok) return heads;
        const value = heads.value.map((each) => ({ ...each, savedAt: toTimestamp(each.savedAt) }));
        const rows = value.map(({ isInForce, note, savedAt, savedBy, version }) => [
          String(version),
          savedAt,
          savedBy,
          isInForce ? 'in force' : '',
          note,
        ]);
        return { ok: true, value, text: textTable([['', 'saved', 'by', '', 'note'], ...rows]) };
      }),
    );
  withDeskOptions(venue.command('show').argument('<version>', 'its number', versionNumber))
    .description('what a version holds, as YAML')
    .action((version: number, options: DeskOptions) =>
      atDesk(options, async ({ kept }) => {
        const found = kept.versions.read(version);
        if (!found.ok) return found;
        if (found.value === undefined) return fail('unknown', `there is no version ${version}`);
        const { calendar, venue: drawn } = found.value;
        return { ok: true, value: found.value, text: stringify({ venue: drawn, calendar }) };
      }),
    );
  withDeskOptions(venue.command('export').argument('<version>', 'its number', versionNumber))
    .description("write a version's venue and calendar, to be put into a venue file")
    .requiredOption('--out <file>', 'a new file')
    .action((version: number, options: DeskOptions & { out: string }) =>
      atDesk(options, async ({ kept }, file) => {
        const found = sound(kept, file, version);
        if (!found.ok) return found;
        const written = await writeNew(options.out, stringify(found.value));
        if (!written.ok) return written;
        const text = `Version ${version} is in ${options.out}: "venue:" and "calendar:" of a venue file.`;
        return { ok: true, value: { version, file: options.out }, text };
      }),
    );
  withDeskOptions(venue.command('restore').argument('<version>', 'its number', versionNumber))
    .description('put a version in force')
    .action((version: number, options: DeskOptions) =>
      atDesk(options, async ({ actor, clock, kept, recorder }, file) => {
        const found = sound(kept, file, version);
        if (!found.ok) return found;
        const entered = await enterInForce({ ...kept, recorder, clock }, version, actor);
        if (!entered.ok) return entered;
        const text = `Version ${version} is in force; a running server follows within seconds.`;
        return { ok: true, value: { version }, text };
      }),
    );
  return venue;
};
