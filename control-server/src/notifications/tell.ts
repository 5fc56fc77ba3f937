import { type Alert, type Remedy, toTimestamp, type VenueDefinition } from '@throng/contract';
import type { Message, MessageFigures } from './message.js';
import type { Occurrence } from './occurrence.js';
import { zonesOf } from './rule-wants.js';
import { type NotificationTexts, english as words } from './texts.js';

const nameOf = (
  named: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string => named.find((each) => each.id === id)?.name ?? id;

/** The alert as its reader may see it (`alertInSight`), told in words. @param now epoch ms. */
export const tell = (
  { kind }: Pick<Occurrence, 'kind'>,
  alert: Alert,
  venue: VenueDefinition,
  now: number,
): Message => {
  const place = placeOf(alert, venue);
  return {
    kind,
    alert: alert.id,
    priority: alert.priority,
    at: toTimestamp(now),
    venue: venue.name.slice(0, 200),
    place: place.slice(0, 200),
    zone: zonesOf(alert)[0] ?? null,
    title: words.title[kind](words.priority[alert.priority], place).slice(0, 200),
    text: (kind === 'cleared' ? words.cleared : reasonText(alert, venue)).slice(0, 600),
    advice: kind === 'cleared' ? null : (adviceText(alert, venue)?.slice(0, 600) ?? null),
    figures: figuresOf(alert),
  };
};

/** A message that says nothing but that it came. */
export const testMessage = (venue: VenueDefinition, now: number): Message => ({
  ...{ kind: 'test', alert: null, priority: 'watch', zone: null, advice: null, figures: {} },
  at: toTimestamp(now),
  venue: venue.name.slice(0, 200),
  place: venue.name.slice(0, 200),
  title: words.title.test('', venue.name).slice(0, 200),
  text: words.test,
});

const placeOf = ({ reason }: Alert, venue: VenueDefinition): string => {
  switch (reason.kind) {
    case 'density':
    case 'forecast':
      return nameOf(venue.zones, reason.zone);
    case 'camera-lost':
      return nameOf(venue.cameras, reason.camera);
    case 'duplicate-edge':
      return reason.edge;
    case 'store-failing':
      return words.store;
  }
};

const reasonText = ({ reason }: Alert, venue: VenueDefinition): string => {
  switch (reason.kind) {
    case 'density': {
      const moved = (reason.aggravations ?? []).map((each) => words.aggravated[each.kind]);
      return [words.density(reason.density, reason.threshold), ...moved].join(' ');
    }
    case 'forecast': {
      const { expectedSeconds, limit, probability } = reason.passing;
      return words.forecast(limit, expectedSeconds, probability);
    }
    case 'camera-lost':
      return words.camera(
        reason.because,
        reason.zones.map((zone) => nameOf(venue.zones, zone)),
      );
    case 'duplicate-edge':
      return words.duplicateEdge;
    case 'store-failing':
      return words.storeFailing(reason.code);
  }
};

const adviceText = ({ reason }: Alert, venue: VenueDefinition): string | undefined => {
  if (reason.kind !== 'density' && reason.kind !== 'forecast') return undefined;
  const [remedy] = reason.explanation?.remedies ?? [];
  return (
    remedy && words.remedy(remedy, nameOf(venue.passages, remedy.passage), effectOf(words, remedy))
  );
};

const effectOf = (texts: NotificationTexts, { avoids, outcome, wonSeconds }: Remedy): string => {
  if (!avoids) return texts.wins(wonSeconds ?? 0);
  return outcome.expectedSeconds === 0 ? texts.endsIn(outcome.belowSeconds ?? 0) : texts.avoids;
};

const figuresOf = ({ reason }: Alert): MessageFigures => {
  switch (reason.kind) {
    case 'density': {
      const { density, persons, threshold } = reason;
      return { density, limit: threshold, persons: Math.round(persons) };
    }
    case 'forecast': {
      const { expectedSeconds, limit, probability } = reason.passing;
      const expected = expectedSeconds === null ? {} : { expectedSeconds };
      return { density: reason.density, limit, probability, ...expected };
    }
    case 'camera-lost':
    case 'duplicate-edge':
    case 'store-failing':
      return {};
  }
};
