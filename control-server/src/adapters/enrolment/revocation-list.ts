import { certificateFault } from '../../enrolment/agent-certificate.js';
import type { EnrolmentStore } from '../../enrolment/enrolment-store.js';
import type { Authority } from '../../enrolment/ports.js';
import type { StoreResult } from '../../store/measurement-store.js';
import { writeWhole } from './authority-folder.js';

/**
 * Writes the list of what is revoked, for a broker that is not the embedded one. A certificate that
 * has ended needs no place on it.
 *
 * @throws Error when the file cannot be written.
 */
export const writeRevocationList = async (
  path: string,
  authority: Authority,
  store: Pick<EnrolmentStore, 'certificates'>,
  now: number,
): Promise<StoreResult<void>> => {
  const read = store.certificates();
  if (!read.ok) return read;
  const revoked = read.value.flatMap((certificate) => {
    const { endsAt, revokedAt, serial } = certificate;
    const counts = certificateFault(certificate, now) === 'revoked' && now < endsAt;
    return counts ? [{ serial, at: revokedAt ?? now }] : [];
  });
  await writeWhole(path, await authority.revocationList(revoked, now));
  return { ok: true, value: undefined };
};
