import {
  type AuthorityFault,
  authorityFiles,
  openAuthority,
} from '../adapters/enrolment/authority-folder.js';
import { writeRevocationList } from '../adapters/enrolment/revocation-list.js';
import { openEnrolmentStore } from '../adapters/enrolment/sqlite-enrolment-store.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { systemClock } from '../adapters/system-time.js';
import type { EnrolmentStore } from '../enrolment/enrolment-store.js';
import type { Desk } from '../main/open-desk.js';
import { type Answer, atDesk, type DeskOptions } from './at-desk.js';

/** What the commands of enrolment work with, beside the desk. */
export interface EnrolmentDesk extends Desk {
  readonly enrolled: EnrolmentStore;
}

/** As `atDesk`, with codes and certificates at hand. */
export const atEnrolmentDesk = (
  options: DeskOptions,
  work: (desk: EnrolmentDesk, file: LoadedVenueFile) => Promise<Answer>,
): Promise<void> =>
  atDesk(options, async (desk, file) => {
    if (file.server.enrolment === undefined) {
      const message = `${options.config}: server.enrolment is missing; set enrolment: { authority: authority } and see examples/venue.yml`;
      return { ok: false, code: 'no-enrolment', message };
    }
    const enrolled = openEnrolmentStore(file.storeFile);
    try {
      return await work({ ...desk, enrolled }, file);
    } finally {
      enrolled.close();
    }
  });

/**
 * Writes the list of what is revoked for an external broker; why it could not be. A running server
 * writes it as well, and may be the only one that can.
 */
export const writeList = async (
  { authorityFolder, authorityPassphrase }: LoadedVenueFile,
  enrolled: EnrolmentStore,
): Promise<{ code: AuthorityFault | 'io'; message: string } | { path: string }> => {
  const folder = authorityFolder ?? '';
  const authority = await openAuthority(folder, authorityPassphrase);
  if (!authority.ok) return authority;
  const path = authorityFiles(folder).revoked;
  try {
    await writeRevocationList(path, authority.value, enrolled, systemClock.now());
    return { path };
  } catch (error) {
    return { code: 'io', message: error instanceof Error ? error.message : String(error) };
  }
};
