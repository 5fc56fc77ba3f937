import { type Alert, type Remedy, toTimestamp, type VenueDefinition } from '@throng/contract';
import type { Language } from '../language.js';
import type { Message, MessageFigures } from './message.js';
import type { Occurrence } from './occurrence.js';
import { zonesOf } from './rule-wants.js';
import { textsIn } from './texts/index.js';
import type { NotificationTexts } from './texts/notification-texts.js';

/** To whom, where and when something is told. */
export interface Telling {
  readonly venue: VenueDefinition;
  readonly language: Language;
  /** That of the venue. */
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  /** Told of a drill: every sentence begins with the word for it (SPEC DR7). */
  readonly isDrill: boolean;
}

const nameOf = (
  named: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string => named.find((each) => each.id === id)?.name ?? id;

/** Cuts what is said to its greatest length, behind the word for a drill where it is one. */
const saying = ({ isDrill }: Telling, words: NotificationTexts) => {
  const mark = isDrill ? `${words.drill} · ` : '';
  return (text: string, longest: number): string => `${mark}${text}`.slice(0, longest);
};

/** What all messages of one telling have in common. */
const frameOf = ({ isDrill, language, now, timeZone }: Telling, words: NotificationTexts) => ({
  ...{ language, drill: isDrill, at: toTimestamp(now) },
  when: words.formats.moment(now, timeZone),
});

/** The alert as its reader may see it (`alertInSight`), told in words. */
export const tell = (
  { kind }: Pick<Occurrence, 'kind'>,
  alert: Alert,
  telling: Telling,
): Message => {
  const { language, venue } = telling;
  const words = textsIn(language);
  const say = saying(telling, words);
  const place = placeOf(alert, venue, words);
  const advice = kind === 'cleared' ? undefined : adviceText(alert, venue, words);
  return {
    ...frameOf(telling, words),
    ...{ kind, alert: alert.id, priority: alert.priority },
    venue: say(venue.name, 200),
    place: say(place, 200),
    zone: zonesOf(alert)[0] ?? null,
    title: say(words.title[kind](words.priority[alert.priority], place), 200),
    text: say(kind === 'cleared' ? words.cleared : reasonText(alert, venue, words), 600),
    advice: advice === undefined ? null : say(advice, 600),
    figures: figuresOf(alert),
  };
};

/** A message that says nothing but that it came. */
export const testMessage = (telling: Telling): Message => {
  const words = textsIn(telling.language);
  const say = saying(telling, words);
  const { name } = telling.venue;
  return {
    ...frameOf(telling, words),
    ...{ kind: 'test', alert: null, priority: 'watch', zone: null, advice: null, figures: {} },
    venue: say(name, 200),
    place: say(name, 200),
    title: say(words.title.test('', name), 200),
    text: say(words.test, 600),
  };
};

const placeOf = ({ reason }: Alert, venue: VenueDefinition, words: NotificationTexts): string => {
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

const reasonText = (
  { reason }: Alert,
  venue: VenueDefinition,
  words: NotificationTexts,
): string => {
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
        words.cameraFault[reason.because],
        reason.zones.map((zone) => nameOf(venue.zones, zone)),
      );
    case 'duplicate-edge':
      return words.duplicateEdge;
    case 'store-failing':
      return words.storeFailing(reason.code);
  }
};

const adviceText = (
  { reason }: Alert,
  venue: VenueDefinition,
  words: NotificationTexts,
): string | undefined => {
  if (reason.kind !== 'density' && reason.kind !== 'forecast') return undefined;
  const [remedy] = reason.explanation?.remedies ?? [];
  return remedy && remedyText(remedy, nameOf(venue.passages, remedy.passage), words);
};

const remedyText = (remedy: Remedy, passage: string, words: NotificationTexts): string => {
  const { action, cutShare, perMinute } = remedy;
  const effect = effectOf(remedy, words);
  switch (action) {
    case 'hold':
      return cutShare === 1
        ? words.remedy.close(passage, effect)
        : words.remedy.cut(passage, cutShare ?? 0, perMinute, effect);
    case 'restore':
      return words.remedy.restore(passage, perMinute, effect);
    case 'open':
      return words.remedy.open(passage, effect);
  }
};

const effectOf = ({ avoids, outcome, wonSeconds }: Remedy, words: NotificationTexts): string => {
  if (!avoids) return words.wins(wonSeconds ?? 0);
  return outcome.expectedSeconds === 0 ? words.endsIn(outcome.belowSeconds ?? 0) : words.avoids;
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
