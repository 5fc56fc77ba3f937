import type { VenueRecord } from '@throng/contract';
import { type Connection, notYetConnected } from './connection.js';
import type { PageName } from './page-address.js';
import type { Picture } from './picture.js';
import type { Session } from './session.js';
import { NOW, type TimeView } from './time-view.js';
import type { ZoneHistories } from './zone-history.js';

export const sections = ['alerts', 'map', 'zones', 'passages', 'devices'] as const;
/** The parts of the page; at phone width one of them is shown at a time. */
export type Section = (typeof sections)[number];

/** `system` follows the operating system's preference. */
export type ThemeChoice = 'system' | 'dark' | 'light';

export interface DashboardState {
  /** Null until the first snapshot; kept, with its age, when the connection is lost. */
  readonly picture: Picture | null;
  readonly connection: Connection;
  readonly histories: ZoneHistories;
  /** The zone whose panel is open. */
  readonly selectedZone: string | null;
  /** The passage whose panel is open; never beside a zone's. */
  readonly selectedPassage: string | null;
  readonly section: Section;
  readonly page: PageName;
  /** Who is logged in; null until the server has said so. */
  readonly session: Session | null;
  /** What time the map shows, and what is known of the past; null until it was asked for. */
  readonly view: TimeView;
  readonly record: VenueRecord | null;
  readonly theme: ThemeChoice;
  /** More alerts come than people can answer one by one. */
  readonly isFlood: boolean;
  /** Wall time as of the last event, epoch milliseconds. */
  readonly now: number;
}

export const initialState = (now: number, theme: ThemeChoice = 'system'): DashboardState => ({
  picture: null,
  connection: notYetConnected,
  histories: new Map(),
  selectedZone: null,
  selectedPassage: null,
  section: 'alerts',
  page: 'live',
  session: null,
  view: NOW,
  record: null,
  theme,
  isFlood: false,
  now,
});
