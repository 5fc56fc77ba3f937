import type { Delta, LiveMessage, Snapshot } from '@throng/contract';
import type { Connection } from './connection.js';
import type { DashboardEvent } from './dashboard-event.js';
import type { DashboardState } from './dashboard-state.js';
import { isFlood, raisedLately } from './flood.js';
import { fromSnapshot, withDelta } from './picture.js';
import { NOW } from './time-view.js';
import { recordZones, withRecord } from './zone-history.js';

/** The page's whole behaviour: what it knows after an event, from what it knew before. */
export const reduce = (state: DashboardState, event: DashboardEvent): DashboardState => {
  switch (event.type) {
    case 'connecting':
      return withConnection(state, event.now, { phase: 'connecting', retryAt: null });
    case 'received':
      return received({ ...state, now: event.now }, event.message);
    case 'refused':
      return withConnection(state, event.now, {
        refused: { count: state.connection.refused.count + 1, last: event.why },
      });
    case 'disconnected':
      return withConnection(state, event.now, {
        phase: 'waiting',
        retryAt: event.retryAt,
        losses: state.connection.losses + (state.connection.phase === 'live' ? 1 : 0),
      });
    case 'ticked':
      return { ...state, now: event.now };
    case 'zone-selected':
      return { ...state, selectedZone: event.zone, selectedPassage: null };
    case 'passage-selected':
      return { ...state, selectedPassage: event.passage, selectedZone: null };
    case 'section-chosen':
      return { ...state, section: event.section };
    case 'time-chosen':
      return { ...state, view: event.view };
    case 'past-arrived':
      return { ...state, record: event.record };
    case 'page-opened':
      return { ...state, page: event.page };
    case 'session-known':
      return { ...state, session: event.session };
    case 'theme-chosen':
      return { ...state, theme: event.theme };
    case 'record-arrived':
      return { ...state, histories: withRecord(state.histories, event.zone, event.points) };
  }
};

const withConnection = (
  state: DashboardState,
  now: number,
  change: Partial<Connection>,
): DashboardState => ({ ...state, now, connection: { ...state.connection, ...change } });

const received = (state: DashboardState, message: LiveMessage): DashboardState => {
  const next =
    message.type === 'snapshot' ? replacedBy(state, message) : advancedBy(state, message);
  const { picture } = next;
  if (picture === null) return next;
  const raised = raisedLately(picture.alerts.values(), picture.at);
  return { ...next, isFlood: isFlood(state.isFlood, raised) };
};

const replacedBy = (state: DashboardState, snapshot: Snapshot): DashboardState => {
  const picture = fromSnapshot(snapshot);
  const isSameVenue = state.picture?.venue.id === snapshot.venue.id;
  const histories = isSameVenue ? state.histories : new Map();
  return {
    ...withConnection(state, state.now, { phase: 'live', heardAt: state.now, retryAt: null }),
    picture,
    histories: recordZones(histories, picture.zones, picture.at),
    selectedZone: picture.zones.has(state.selectedZone ?? '') ? state.selectedZone : null,
    selectedPassage: isPassage(snapshot, state.selectedPassage) ? state.selectedPassage : null,
    ...(isSameVenue ? {} : { view: NOW, record: null }),
  };
};

const isPassage = ({ venue }: Snapshot, passage: string | null): boolean =>
  venue.passages.some(({ id }) => id === passage);

/** A delta counts only in its place: a missing number makes the page ask for a new snapshot. */
const advancedBy = (state: DashboardState, delta: Delta): DashboardState => {
  if (state.connection.phase === 'gap') return state;
  const { picture, connection } = state;
  const isNext =
    connection.phase === 'live' && picture !== null && delta.sequence === picture.sequence + 1;
  if (!isNext) return withConnection(state, state.now, { phase: 'gap', gaps: connection.gaps + 1 });
  const next = withDelta(picture, delta);
  return {
    ...withConnection(state, state.now, { heardAt: state.now }),
    picture: next,
    histories: recordZones(state.histories, next.zones, next.at),
  };
};
