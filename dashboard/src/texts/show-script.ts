import type { ShowStop, StopReason } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { byRisk, zoneRows, zoneStanding } from '../state/zone-order.js';
import { explanationOf, explanationText } from './explanation-text.js';
import { texts } from './index.js';
import { pageTexts } from './pages.js';

type Stop = NonNullable<ShowStop['stop']>;

/** Zones that are read out where none was named: the worst ones, no more than somebody can hold in mind. */
const WORST = 3;

const CROWD: ReadonlySet<StopReason> = new Set(['crowd-density', 'crowd-collapse']);
const LEAVE: ReadonlySet<StopReason> = new Set(['structure', 'fire', 'weather']);

/**
 * What is read on the radio once the show is stopped, sentence by sentence: where, how dense it is
 * there now, and what to do. What would help by the numbers comes before what always holds.
 */
export const showScript = ({ order }: Stop, picture: Picture): readonly string[] => {
  const words = pageTexts('control').script;
  const rows = zoneRows(picture).sort(byRisk);
  const zones = rows.filter(({ zone, state }) =>
    order.zones.length > 0
      ? order.zones.includes(zone.id)
      : ['warning', 'critical', 'emergency'].includes(zoneStanding(state)),
  );
  const ids = new Set(zones.map(({ zone }) => zone.id));
  const remedies = [...picture.alerts.values()]
    .filter(({ reason, state }) => state === 'active' && 'zone' in reason && ids.has(reason.zone))
    .flatMap((alert) => {
      const explanation = explanationOf(alert);
      return explanation === undefined ? [] : explanationText(explanation, picture).remedies;
    });
  const standing = CROWD.has(order.reason)
    ? words.crowd
    : LEAVE.has(order.reason)
      ? words.leave
      : words.hold;
  return [
    words.call(picture.venue.name),
    words.because(pageTexts('control').stop.reason[order.reason]),
    ...zones
      .slice(0, order.zones.length > 0 ? order.zones.length : WORST)
      .map(({ zone, state }) =>
        state.reading === null
          ? words.zoneUnknown(zone.name)
          : words.zone(
              zone.name,
              texts.density(state.reading.density),
              texts.band[zoneStanding(state)],
            ),
      ),
    ...(CROWD.has(order.reason) ? [...new Set(remedies)].slice(0, 2) : []),
    standing,
    words.answer,
  ];
};
