import type { FleetReport } from '@throng/contract';

/** What a box last said, and when it was heard, epoch ms. */
export interface HeardReport {
  readonly report: FleetReport;
  readonly heardAt: number;
}
