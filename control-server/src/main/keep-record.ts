import type { ServerMetrics } from '../adapters/metrics/server-metrics.js';
import type { Expectations } from './expectations.js';
import { oneAtATime } from './one-at-a-time.js';
import { type OpenedAudit, withAudit } from './open-audit.js';
import type { RowWriter } from './row-writer.js';
import type { VenueLine } from './venue-line.js';

export interface RecordParts {
  readonly line: Pick<VenueLine, 'take'>;
  readonly writer: RowWriter;
  readonly audit: Pick<OpenedAudit, 'flush'>;
  readonly expectations: () => Expectations;
  readonly metrics: Pick<ServerMetrics, 'stored' | 'rowsWaiting'>;
  /** Rows that were told of are written. */
  readonly onStored: () => void;
  /** Erases some of what is old. */
  readonly retain: () => Promise<void>;
}

/**
 * What a second leaves to be written: rows and the audit log, how that went, what an evening was like, and
 * what is old erased. Judging and telling never wait for it.
 */
export const keepRecord = ({
  audit,
  expectations,
  line,
  metrics,
  onStored,
  retain,
  writer,
}: RecordParts) =>
  oneAtATime(async () => {
    const began = performance.now();
    const rows = await writer.flush();
    if (rows.failing === null) onStored();
    const condition = withAudit(rows, await audit.flush());
    metrics.stored((performance.now() - began) / 1_000, condition.failing === null);
    line.take({ kind: 'store', condition });
    if (!(await expectations().remember())) await retain();
    metrics.rowsWaiting(writer.waiting, condition.rowsLost);
  });
