import type { Alert } from '@throng/contract';
import type { Delays, Latch } from '@throng/crowd';
import type { Finding } from './alert-book.js';

/** How writing to the store goes. */
export interface StoreCondition {
  /** Why the last write failed, e.g. `SQLITE_FULL`; null when it went well. */
  readonly failing: string | null;
  /** Rows dropped so far in this run, oldest first, because the buffer was full. */
  readonly rowsLost: number;
}

export const storeWorks: StoreCondition = { failing: null, rowsLost: 0 };

/** A write that fails once and works the next second is nobody's alarm. */
export const STORE_DELAYS: Delays = { onSeconds: 3, offSeconds: 3 };

export const STORE_SUBJECT = 'store';

/** What the latch on a failing store finds at `at` (epoch ms, the server's clock). */
export const findStore = (latch: Latch, condition: StoreCondition, at: number): Finding => ({
  subject: STORE_SUBJECT,
  category: 'system',
  at,
  standing: latch.on ? { priority: 'warning', reason: () => storeReason(condition) } : null,
});

const storeReason = ({ failing, rowsLost }: StoreCondition): Alert['reason'] => ({
  kind: 'store-failing',
  code: (failing ?? 'unknown').slice(0, 60),
  rowsLost,
});
