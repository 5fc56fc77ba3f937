import { type KeyPairFiles, readKeyPair } from '../tls/key-pair.js';
import { bad, type Finding, good } from './finding.js';

const DAY_MS = 86_400_000;

/** Days before its end from which a certificate should have been renewed. */
const RENEW_DAYS = 14;

/** Whether a certificate can be served with, and for how long. @param name its key in the venue file. */
export const checkCertificate = async (
  name: string,
  files: KeyPairFiles,
  now: number,
): Promise<Finding> => {
  const pair = await readKeyPair(files, now);
  if (!pair.ok) {
    return bad(name, pair.message, `mend ${name}.certFile and keyFile, or renew them`);
  }
  const days = Math.floor((pair.value.endsAt - now) / DAY_MS);
  const found = `${files.certFile}: ${days} ${days === 1 ? 'day' : 'days'} left`;
  return days < RENEW_DAYS
    ? bad(name, found, 'renew it: the server takes the new files without a restart')
    : good(name, found);
};
