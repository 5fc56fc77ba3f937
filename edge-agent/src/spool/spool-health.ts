import type { SpoolHealth } from '@throng/contract';
import type { SpoolContent, SpoolFault } from '../ports/window-spool.js';

/** A spool, and what is wrong with the disk under it where there is one. */
export interface ReportingSpool {
  content(): SpoolContent;
  readonly fault?: SpoolFault | undefined;
}

/** What the health says of the spool at `now` (epoch ms). */
export const spoolHealth = (
  spool: ReportingSpool,
  { waiting, resent }: { readonly waiting: number; readonly resent: number },
  now: number,
): SpoolHealth => {
  const { bytes, expired, oldest, thinned } = spool.content();
  const { fault } = spool;
  return {
    medium: fault === undefined ? 'disk' : 'memory',
    ...(fault === undefined ? {} : { fault }),
    waiting,
    bytes,
    ...(oldest === undefined || waiting === 0
      ? {}
      : { oldestSeconds: Math.max(0, Math.round((now - oldest) / 1_000)) }),
    thinned,
    expired,
    resent,
  };
};
