import type { StewardTexts } from '../english-steward.js';
import { density, factor, NO_BREAK, persons, share } from '../numbers.js';
import { duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';

const faults: Readonly<Record<string, string>> = {
  'not-allowed': 'Ihre Rolle darf das nicht.',
  'no-such-alert': 'Der Alarm besteht nicht mehr.',
  cleared: 'Der Alarm hat inzwischen geendet. Brauchen Sie Hilfe, nehmen Sie den Funk.',
  'too-old': `Es wartete länger als 10${NO_BREAK}min und wurde nicht gesendet. Sehen Sie nach, und tippen Sie erneut.`,
  'not-on-record':
    'Die Aufzeichnung ist nicht möglich, deshalb ist nichts geschehen. Nehmen Sie den Funk.',
  'not-subscribed': 'Dieses Telefon wird noch nicht gerufen. Schalten Sie das zuerst ein.',
  'logged-out': 'Sie sind abgemeldet. Melden Sie sich wieder an.',
  unreachable: 'Der Server antwortet nicht.',
};

export const germanSteward: StewardTexts = {
  title: (venue, alerts) => `${alerts > 0 ? `(${alerts}) ` : ''}${venue ?? 'Throng'}`,
  tabs: { alerts: 'Alarme', count: 'Zählen', told: 'Ton' },
  waiting: 'Warten auf das erste Bild',
  live: 'Live',
  offline: 'Keine Verbindung',
  old: (seconds) => `Dieses Bild ist ${duration(seconds)} alt`,
  oldNote: 'Sehen Sie sich um; verlassen Sie sich nicht allein darauf.',
  zones: 'Ihre Zonen',
  wholeVenue: 'Alle Zonen',
  calm: 'Kein Alarm in Ihren Zonen.',
  calmNote: 'Behalten Sie das Telefon bei sich. Es meldet sich, wenn sich etwas ändert.',
  others: (count) => (count === 1 ? 'Ein weiterer Alarm' : `${count} weitere Alarme`),
  helps: 'Was hilft',
  since: (at) => `seit ${timeOfDay(at)}`,
  onIt: 'Bin dran',
  onItNote: 'Ich gehe hin',
  manage: 'Ich komme klar',
  manageNote: 'Keine Hilfe nötig',
  youAreOnIt: 'Sie sind dran',
  someoneIsOnIt: (who) => `${who} ist dran`,
  needHelp: 'Brauche Hilfe',
  needHelpNote: 'Leitung rufen',
  helpCalled: 'Hilfe ist gerufen',
  helpBy: (who, at) => `${who} rief um Hilfe, ${timeOfDay(at)}`,
  helpSeen: (who) => `${who} hat den Ruf gesehen`,
  act: { 'on-it': 'Bin dran', help: 'Brauche Hilfe' },
  kept: (act, at) =>
    `„${act}“, getippt ${timeOfDay(at)}, wird gesendet, sobald die Verbindung zurück ist. Nehmen Sie jetzt den Funk.`,
  sentLate: (act, tapped, sent) =>
    `„${act}“, getippt ${timeOfDay(tapped)}, wurde ${timeOfDay(sent)} gesendet.`,
  notDone: (act, code) =>
    `„${act}“ wurde nicht ausgeführt. ${wordsFor(faults, code) ?? 'Nehmen Sie den Funk.'}`,
  tappedAt: (act, at) => `„${act}“ wurde um ${timeOfDay(at)} ohne Netz getippt`,
  fault: (code) => wordsFor(faults, code) ?? `Das ging nicht (${code}).`,
  push: {
    heading: 'Wenn die Seite geschlossen ist',
    question: 'Darf dieses Telefon Sie bei Alarmen in Ihren Zonen rufen?',
    note: 'Nur solange Sie angemeldet sind. Sie können es hier jederzeit ausschalten.',
    yes: 'Ja, rufen',
    on: 'Dieses Telefon wird bei Alarmen in Ihren Zonen gerufen.',
    off: 'Ausschalten',
    test: 'Probe senden',
    tested: 'Die Probe ist unterwegs.',
    denied:
      'Der Browser verweigert es. Erlauben Sie in seinen Einstellungen Mitteilungen für diese Seite.',
    unsupported:
      'Dieser Browser lässt sich nicht rufen. Legen Sie die Seite auf dem iPhone zuerst auf den Home-Bildschirm (Teilen, dann „Zum Home-Bildschirm“).',
  },
  sound: {
    heading: 'Solange die Seite offen ist',
    on: 'Ton und Vibration',
    note: 'Jede Priorität klingt anders. Probieren Sie alle einmal aus, in der Lautstärke von heute.',
    test: (priority) => `Probe: ${priority}`,
    blocked: 'Der Ton wartet, bis Sie die Seite einmal antippen.',
  },
  count: {
    heading: 'Von Hand zählen',
    note: 'Ihre Zählung zeigt, ob die Kameras richtig zählen.',
    place: 'Was zählen Sie?',
    zone: (name) => `Personen in ${name}`,
    passage: (name) => `Personen durch ${name}`,
    start: 'Beginnen',
    stop: 'Beenden',
    send: 'Senden',
    discard: 'Verwerfen',
    running: (seconds) => `Zählung läuft seit ${duration(seconds)}`,
    stopped: (seconds) => `${duration(seconds)} lang gezählt`,
    towards: (place) => `nach ${place}`,
    outside: 'draußen',
    plus: 'Eins mehr',
    minus: 'Eins weniger',
    undo: (place) => `Eins nach ${place} zurücknehmen`,
    kept: 'Aufbewahrt. Wird gesendet, sobald die Verbindung zurück ist.',
    latest: 'Bisherige Zählungen',
    none: 'Noch hat niemand gezählt.',
    byHand: (hand, cameras) =>
      cameras === null
        ? `${persons(hand)} von Hand`
        : `${persons(hand)} von Hand, ${persons(cameras)} von der Kamera`,
    ratio: (ratio, uncertainty) => `Verhältnis ${factor(ratio)} ±${NO_BREAK}${share(uncertainty)}`,
    verdict: {
      agrees: 'Die Kameras zählen hier richtig.',
      'too-few': 'Zu wenige Personen für ein Urteil; zählen Sie mindestens 16.',
      'not-seen': 'Keine Kamera sah damals genug davon.',
      correct: (cameras) =>
        cameras.length === 0
          ? 'Die Kameras zählen hier falsch.'
          : `Zu korrigieren: ${cameras.join(', ')}.`,
    },
    unknown: 'Nicht vergleichbar.',
    by: (who, at) => `${who}, ${timeOfDay(at)}`,
  },
  density: (value) => `${density(value)}${NO_BREAK}/m²`,
};
