import type { AuditEntry } from '../audit/audit-entry.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Owned } from './owned.js';

const asFailed = (entry: AuditEntry): AuditEntry => ({ ...entry, outcome: 'failed' });

/**
 * The audit log of a server that has a successor: an act is on record once the successor would know of it.
 * Where that fails the act is not done, and the log says that too.
 */
export const settledLog = (log: AuditLog, owned: Pick<Owned, 'settle'>): AuditLog => ({
  append: async (entries) => {
    const written = await log.append(entries);
    if (!written.ok) return written;
    const settled = await owned.settle();
    if (settled.ok) return written;
    await log.append(entries.map(asFailed));
    return settled;
  },
});
