import { type Alert, fromTimestamp, type VenueDefinition } from '@throng/contract';
import { trendDirection } from '../state/trend.js';
import { texts } from './index.js';

/** An alert in words. */
export interface AlertText {
  /** Zone, camera or agent by its name. */
  readonly where: string;
  /** The numbers behind it, in one sentence. */
  readonly what: string;
  /** The zone to open for it; null where it is about a device. */
  readonly zone: string | null;
}

/** The words for an alert as of event time `now` (epoch milliseconds), from its reason alone. */
export const alertText = (alert: Alert, venue: VenueDefinition, now: number): AlertText => {
  const { reason } = alert;
  switch (reason.kind) {
    case 'density':
      return {
        where: nameOf(venue.zones, reason.zone),
        what: densityText(alert, reason, now),
        zone: reason.zone,
      };
    case 'camera-lost':
      return {
        where: nameOf(venue.cameras, reason.camera),
        what: cameraText(reason, venue, now),
        zone: reason.zones[0] ?? null,
      };
    case 'duplicate-edge':
      return { where: reason.edge, what: texts.reason.duplicateEdge, zone: null };
    case 'store-failing':
      return {
        where: texts.reason.storeFailing.where,
        what: texts.reason.storeFailing.what(reason.code, reason.rowsLost),
        zone: null,
      };
  }
};

type Reason<Kind> = Extract<Alert['reason'], { kind: Kind }>;

const nameOf = (named: readonly { id: string; name: string }[], id: string): string =>
  named.find((entry) => entry.id === id)?.name ?? id;

/** A limit was passed `sustainedSeconds` before the alert was raised, and has been since. */
const densityText = (alert: Alert, reason: Reason<'density'>, now: number): string => {
  const words = texts.reason.density;
  if (alert.state === 'cleared') return words.was(reason.density, reason.threshold);
  const seconds = reason.sustainedSeconds + (now - fromTimestamp(alert.raisedAt)) / 1_000;
  const direction = trendDirection(reason.trend);
  const change =
    reason.trend === null || (direction !== 'rising' && direction !== 'falling')
      ? ''
      : `, ${texts.trend[direction](reason.trend)}`;
  const seen = reason.coverage < 0.995 ? `; ${words.seen(reason.coverage)}` : '';
  const clears = words.clears(reason.clearsBelow, reason.offDelaySeconds);
  return `${words.now(reason.density, reason.threshold, seconds)}${change}; ${clears}${seen}`;
};

const cameraText = (
  reason: Reason<'camera-lost'>,
  venue: VenueDefinition,
  now: number,
): string => {
  const words = texts.reason.cameraLost;
  const because =
    reason.because === 'edge-offline'
      ? words['edge-offline'](reason.edge)
      : words[reason.because];
  const last =
    reason.lastMeasuredAt === null
      ? words.never
      : words.last((now - fromTimestamp(reason.lastMeasuredAt)) / 1_000);
  const blind = reason.zones.map((zone) => nameOf(venue.zones, zone));
  return `${because}, ${last}; ${blind.length > 0 ? words.blinds(blind) : words.blindsNothing}`;
};
