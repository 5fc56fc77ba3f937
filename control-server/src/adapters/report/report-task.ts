import type { CalendarDefinition, Result, VenueDefinition } from '@throng/contract';
import type { ServerSettings } from '../../settings/server-settings.js';
import type { PostgresAddress } from '../postgres/open-pool.js';

export const REPORT_FORMATS = ['html', 'pdf', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a report is asked of; epoch seconds. */
export type ReportSubject =
  | {
      readonly event: string /** In place of the one before by the same plan. */;
      readonly last?: string;
    }
  | { readonly from: number; readonly to: number };

/** All that making a report needs: plain values, so that a thread can be given it. */
export interface ReportTask {
  readonly venue: VenueDefinition;
  readonly calendar: CalendarDefinition;
  readonly server: ServerSettings;
  readonly storeFile: string;
  /** Where measurements are kept instead of the file. */
  readonly postgres: PostgresAddress | undefined;
  readonly subject: ReportSubject;
  readonly formats: readonly ReportFormat[];
  /** Epoch ms. */
  readonly now: number;
}

export interface ReportFile {
  readonly name: string;
  readonly format: ReportFormat;
  readonly content: string | Uint8Array;
}

/** What keeps a report from being made; `store` may pass, the others are the caller's to mend. */
export type ReportFault = 'no-such-event' | 'not-begun' | 'store';

export type MadeReport = Result<readonly ReportFile[], ReportFault>;

/** Makes reports; the server's does it on a thread of its own. */
export type ReportMaker = (task: ReportTask) => Promise<MadeReport>;
