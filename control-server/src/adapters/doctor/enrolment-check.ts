import { existsSync } from 'node:fs';
import { isLoopback } from '../../access/same-origin.js';
import { certificateFault } from '../../enrolment/agent-certificate.js';
import { openAuthority, readAuthorityCertificate } from '../enrolment/authority-folder.js';
import { openEnrolmentStore } from '../enrolment/sqlite-enrolment-store.js';
import type { LoadedVenueFile } from '../settings/load-venue-file.js';
import { bad, type Finding, good } from './finding.js';

const DAY_MS = 86_400_000;
/** An authority is to be made anew, and every box enrolled again, so long before its end. */
const AUTHORITY_NOTICE_DAYS = 180;

/** Whether boxes keep to their own topics at the embedded broker. */
export const checkBoxes = ({ agentsCa, server }: LoadedVenueFile): Finding => {
  const { embedded } = server.broker;
  const name = 'boxes';
  if (embedded.tls !== undefined && (agentsCa !== undefined || server.enrolment !== undefined)) {
    return good(name, 'each shows a certificate, and reads and writes only what is its own');
  }
  const open = `whoever reaches ${embedded.host}:${embedded.port} may speak for any box and read all`;
  return isLoopback(embedded.host)
    ? good(name, `${open}; that is this machine only`)
    : bad(
        name,
        open,
        'enrol the boxes: server.enrolment and broker.embedded.tls in the venue file',
      );
};

/** Whether the authority can sign, and for how long; which boxes' certificates were not renewed in time. */
export const checkEnrolment = async (file: LoadedVenueFile, now: number): Promise<Finding> => {
  const { authorityFolder = '', authorityPassphrase, server, storeFile } = file;
  const name = 'enrolment';
  const opened = await openAuthority(authorityFolder, authorityPassphrase);
  if (!opened.ok) return bad(name, opened.message, 'mend server.enrolment, or make the authority');
  const own = await readAuthorityCertificate(authorityFolder);
  const days = own.ok ? Math.floor((own.value.endsAt - now) / DAY_MS) : 0;
  if (days < AUTHORITY_NOTICE_DAYS) {
    const remedy =
      'make another in another folder, issue the server anew, and enrol the boxes again';
    return bad(name, `the authority ends in ${days} days`, remedy);
  }
  const late = existsSync(storeFile) ? overdue(storeFile, now, server.enrolment?.days ?? 0) : [];
  return late.length === 0
    ? good(name, `the authority is good for ${days} days`)
    : bad(
        name,
        `not renewed in time: ${late.join(', ')}`,
        'see to those boxes: do they run, and reach this server’s page? throng-edge doctor says more',
      );
};

/** Edges whose newest certificate has less than a quarter of its life left: they renew at a third. */
const overdue = (storeFile: string, now: number, days: number): string[] => {
  const store = openEnrolmentStore(storeFile);
  const read = store.certificates();
  store.close();
  if (!read.ok) return [];
  const good = read.value.filter((each) => certificateFault(each, now) === undefined);
  const until = new Map<string, number>();
  for (const { edge, endsAt } of good) {
    until.set(edge, Math.max(until.get(edge) ?? 0, endsAt));
  }
  const least = (days * DAY_MS) / 4;
  return [...until].flatMap(([edge, endsAt]) =>
    endsAt - now < least ? [`${edge} (${Math.floor((endsAt - now) / DAY_MS)} days left)`] : [],
  );
};
