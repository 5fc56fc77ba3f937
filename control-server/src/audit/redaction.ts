import type { AuditRecord } from './audit-entry.js';
import { canonicalJson } from './canonical-json.js';
import type { Digest } from './hash-chain.js';

/** A record after a name was taken out of it: the hash of what is left. */
export interface RedactedText {
  readonly sequence: number;
  readonly textHash: string;
}

/** One digest over all that an erasure left: it stands in the record that vouches for the erasure. */
export const redactionDigest = (texts: readonly RedactedText[], digest: Digest): string =>
  digest(
    texts
      .toSorted((a, b) => a.sequence - b.sequence)
      .map(({ sequence, textHash }) => `${sequence}:${textHash}\n`)
      .join(''),
  );

/** The text of a record with a pseudonym in a name's place; undefined where the name is not in it. */
export const redactedBody = (
  record: AuditRecord,
  name: string,
  pseudonym: string,
): string | undefined => {
  const other = (value: string): string => (value === name ? pseudonym : value);
  const { details } = record;
  const { asker, assignee } = details;
  const changed: AuditRecord = {
    ...record,
    actor: other(record.actor),
    subject: other(record.subject),
    details: {
      ...details,
      ...(asker === undefined ? {} : { asker: other(asker) }),
      ...(assignee === undefined ? {} : { assignee: other(assignee) }),
    },
  };
  const text = canonicalJson(changed);
  return text === canonicalJson(record) ? undefined : text;
};
