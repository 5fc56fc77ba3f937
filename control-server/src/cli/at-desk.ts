import type { Command } from 'commander';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { type Desk, openDesk } from '../main/open-desk.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { readConfig } from './read-config.js';

/** Every command of accounts, tokens and audit names the venue file, and can answer programs. */
export interface DeskOptions {
  readonly config: string;
  readonly json?: boolean;
}

export const withDeskOptions = (command: Command): Command =>
  command.requiredOption('-c, --config <file>', 'the venue file').option('--json', 'for programs');

/** What a command found or did: an answer for programs and the same for people, or why it could not. */
export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Asked where there is a cluster: its database need not be loaded else. */
const ownedElsewhere = async (file: LoadedVenueFile): Promise<string | undefined> => {
  if (file.server.cluster === undefined) return undefined;
  const { ownerElsewhere } = await import('../main/cluster/owner-elsewhere.js');
  return ownerElsewhere(file);
};

/** Opens the store of the venue file, does the work, tells the answer and closes. */
export const atDesk = async (
  { config, json = false }: DeskOptions,
  work: (desk: Desk, file: LoadedVenueFile) => Promise<Answer>,
): Promise<void> => {
  const file = await readConfig(config);
  if (file === undefined) {
    process.exitCode = EXIT.broken;
    return;
  }
  const elsewhere = await ownedElsewhere(file);
  if (elsewhere !== undefined) {
    tell({ ok: false, code: 'owned-elsewhere', message: elsewhere }, json);
    return;
  }
  let desk: Desk;
  try {
    desk = openDesk(file);
  } catch (error) {
    console.error(fileFailure(file.storeFile, error));
    process.exitCode = EXIT.broken;
    return;
  }
  const answer = await work(desk, file);
  await desk.close();
  tell(answer, json);
};

/** Prints an answer, for programs or for people. */
export const tell = (answer: Answer, json: boolean): void => {
  if (answer.ok) {
    console.log(json ? JSON.stringify(answer.value, null, 2) : answer.text);
    return;
  }
  const { code, message } = answer;
  if (json) console.log(JSON.stringify({ error: { code, message } }, null, 2));
  else console.error(message);
  process.exitCode = EXIT.broken;
};

/** Zones from `a,b`; none given is the whole venue. */
export const zonesOf = (list: string | undefined): string[] | null =>
  list === undefined ? null : list.split(',').map((zone) => zone.trim());

/** Does a piece of work on a file or folder; what cannot be read or written is an answer too. */
export const answerAt = async (path: string, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    return { ok: false, code: 'file', message: fileFailure(path, error) };
  }
};
