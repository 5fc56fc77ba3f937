import { type Alert, fromTimestamp, type Timestamp } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { trendDirection } from '../state/trend.js';
import { WHOLLY_SEEN } from '../state/venue-summary.js';
import { forecastText } from './forecast-text.js';
import { texts } from './index.js';
import { limitText, raisedText } from './limit-text.js';
import { nameOf } from './name-of.js';
import { trendText } from './zone-text.js';

/** An alert in words. */
export interface AlertText {
  /** Zone, camera or agent by its name. */
  readonly where: string;
  /** The numbers behind it, in one sentence. */
  readonly what: string;
  /** The zone to open for it; null where it is about a device. */
  readonly zone: string | null;
}

/** The words for an alert, from its reason and from what the picture knows of the place now. */
export const alertText = (alert: Alert, picture: Picture): AlertText => {
  const { reason } = alert;
  const { venue } = picture;
  switch (reason.kind) {
    case 'density':
      return {
        where: nameOf(venue.zones, reason.zone),
        what: densityText(alert, reason, picture),
        zone: reason.zone,
      };
    case 'forecast':
      return {
        where: nameOf(venue.zones, reason.zone),
        what: forecastText(alert, reason, picture),
        zone: reason.zone,
      };
    case 'camera-lost':
      return {
        where: nameOf(venue.cameras, reason.camera),
        what: cameraText(reason, picture),
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

/**
 * The zone's numbers as they are now, against the limit; what they were when the alert last
 * changed only where nobody sees the zone any more. The limit was passed `sustainedSeconds`
 * before the alert last changed, and has been since.
 */
const densityText = (alert: Alert, reason: Reason<'density'>, picture: Picture): string => {
  const words = texts.reason.density;
  const { clause } = texts.punctuation;
  const limit = limitText(reason.threshold, reason.limitFrom);
  const raised = raisedText(reason.aggravations ?? [], picture.venue.passages);
  const higher = raised === '' ? '' : `${clause}${raised}`;
  if (alert.state === 'cleared') return `${words.was(reason.density, limit)}${higher}`;
  const seconds = reason.sustainedSeconds + secondsBetween(alert.changedAt, picture.at);
  const zone = picture.zones.get(reason.zone);
  const reading = zone?.reading ?? null;
  const clears = words.clears(reason.clearsBelow, reason.offDelaySeconds);
  if (reading === null) {
    return `${words.unknownNow}${clause}${words.was(reason.density, limit)}${higher}${clause}${clears}`;
  }
  const { density, trend } = reading;
  const isMoving = trendDirection(trend) === 'rising' || trendDirection(trend) === 'falling';
  const change = isMoving ? `, ${trendText(trend)}` : '';
  const coverage = zone?.coverage ?? reason.coverage;
  const seen = coverage < WHOLLY_SEEN ? `${clause}${words.seen(coverage)}` : '';
  return `${words.now(density, limit, seconds)}${change}${higher}${clause}${clears}${seen}`;
};

const secondsBetween = (earlier: Timestamp, later: number): number =>
  (later - fromTimestamp(earlier)) / 1_000;

const cameraText = (reason: Reason<'camera-lost'>, { venue, at }: Picture): string => {
  const words = texts.reason.cameraLost;
  const because =
    reason.because === 'edge-offline' ? words['edge-offline'](reason.edge) : words[reason.because];
  const last =
    reason.lastMeasuredAt === null
      ? words.never
      : words.last(secondsBetween(reason.lastMeasuredAt, at));
  const blind = reason.zones.map((zone) => nameOf(venue.zones, zone));
  const loss = blind.length > 0 ? words.blinds(blind) : words.blindsNothing;
  return `${because}, ${last}${texts.punctuation.clause}${loss}`;
};
