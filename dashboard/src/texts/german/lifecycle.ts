import type { Texts } from '../english.js';
import type { LifecycleFault } from '../english-lifecycle.js';
import { duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';

const faults: Readonly<Record<LifecycleFault, string>> = {
  'not-allowed': 'Ihre Rolle darf das nicht.',
  'not-logged-in': 'Sie sind abgemeldet. Melden Sie sich wieder an.',
  'no-such-alert': 'Dieser Alarm besteht nicht mehr.',
  cleared: 'Der Alarm hat inzwischen geendet.',
  'too-grave': 'Ein kritischer Alarm wird nie zurückgestellt.',
  'too-many-comments': 'Der Alarm hat 50 Kommentare; mehr fasst er nicht.',
  'not-on-record': 'Die Aufzeichnung ist nicht möglich, deshalb ist nichts geschehen.',
  unreachable: 'Der Server antwortet nicht; es ist nichts geschehen.',
};

export const germanLifecycle: Texts['lifecycle'] = {
  acknowledge: 'Quittieren',
  assignToMe: 'Übernehmen',
  comment: 'Kommentieren',
  send: 'Senden',
  cancel: 'Abbrechen',
  commentLabel: 'Was andere wissen sollten',
  shelve: 'Zurückstellen',
  shelveFor: (minutes) => duration(minutes * 60),
  unshelve: 'Zurückholen',
  acknowledged: (by, at) => `Quittiert von ${by}, ${timeOfDay(at)}`,
  assigned: (to) => `Bei ${to}`,
  shelved: (until, by) => `Bis ${timeOfDay(until)} zurückgestellt von ${by}`,
  unanswered: (times) =>
    times === 1 ? 'Niemand hat reagiert' : `Niemand hat reagiert, ${times}-mal gerufen`,
  help: (by, at) => `${by} ruft um Hilfe, ${timeOfDay(at)}`,
  helped: (by, at) => `${by} rief um Hilfe, ${timeOfDay(at)}`,
  said: (by, at) => `${by}, ${timeOfDay(at)}`,
  comments: (count) => (count === 1 ? '1 Kommentar' : `${count} Kommentare`),
  shelf: (count) => `Zurückgestellt (${count})`,
  unseen: (count) => `Vorbei, nicht quittiert (${count})`,
  unacknowledged: 'Nicht quittiert',
  fault: (code) => wordsFor(faults, code) ?? 'Das ging nicht; es ist nichts geschehen.',
};
