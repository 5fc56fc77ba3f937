import type { LiveMessage, VenueRecord } from '@throng/contract';
import type { Section, ThemeChoice } from './dashboard-state.js';
import type { PageName } from './page-address.js';
import type { Session } from './session.js';
import type { TimeView } from './time-view.js';
import type { HistoryPoint } from './zone-history.js';

/** All that can happen to the page. `now` is wall time, epoch milliseconds. */
export type DashboardEvent =
  | { readonly type: 'connecting'; readonly now: number }
  | { readonly type: 'received'; readonly now: number; readonly message: LiveMessage }
  | { readonly type: 'refused'; readonly now: number; readonly why: string }
  | { readonly type: 'disconnected'; readonly now: number; readonly retryAt: number }
  | { readonly type: 'ticked'; readonly now: number }
  | { readonly type: 'zone-selected'; readonly zone: string | null }
  | { readonly type: 'passage-selected'; readonly passage: string | null }
  | { readonly type: 'section-chosen'; readonly section: Section }
  | { readonly type: 'time-chosen'; readonly view: TimeView }
  | { readonly type: 'past-arrived'; readonly record: VenueRecord }
  | { readonly type: 'page-opened'; readonly page: PageName }
  | { readonly type: 'session-known'; readonly session: Session }
  | { readonly type: 'theme-chosen'; readonly theme: ThemeChoice }
  | {
      readonly type: 'record-arrived';
      readonly zone: string;
      readonly points: readonly HistoryPoint[];
    };
