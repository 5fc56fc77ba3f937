import { deliveryFault } from '../delivery-fault.js';
import type { NotificationTexts } from '../english-notifications.js';
import { NO_BREAK } from '../numbers.js';
import { moment } from '../times.js';
import { germanFaults } from './faults.js';

const faults: Readonly<Record<string, string>> = {
  'private-address':
    'die Adresse ist privat; erlauben Sie sie in den Einstellungen (allowedNetworks)',
  'not-encrypted': 'die Adresse ist nicht https',
  timeout: `keine Antwort innerhalb von 10${NO_BREAK}s`,
  'logged-out': 'der Besitzer hat sich abgemeldet',
  'queue-full': 'zu viele haben gewartet',
  econnrefused: 'dort hört niemand',
  enotfound: 'diesen Rechner gibt es nicht',
  eauth: 'Benutzer oder Passwort ist falsch',
  network: 'das Netz versagte',
  econnreset: 'die Gegenseite brach ab',
  etimedout: 'keine rechtzeitige Antwort',
  esocket: 'die Gegenseite brach ab',
  econnection: 'keine Verbindung zum Mailserver',
  edns: 'diesen Host gibt es nicht',
  'bad-key': 'das Telefon gab einen unbrauchbaren Schlüssel',
  'no-such-channel': 'der Kanal ist nicht mehr eingerichtet',
  unreachable: 'der Server antwortet nicht',
  unreadable: 'die Antwort des Servers ergibt keinen Sinn',
  'bad-request': 'der Kanal ist nicht mehr eingerichtet',
  'not-allowed': 'das dürfen Sie nicht',
  'too-many-requests': 'zu viele Proben; warten Sie eine Minute',
};

const why = (code: string): string =>
  deliveryFault(faults, (status) => `die Gegenseite antwortete ${status}`, code);

export const germanNotifications: NotificationTexts = {
  heading: 'Benachrichtigungen',
  hint: 'Wer welche Alarme auf welchem Weg erfährt. Nur Zahlen zu Orten: keine Namen, keine Bilder.',
  phones: 'Ordner öffnen dies auf ihrem Telefon, melden sich an und erlauben den Ruf:',
  channels: 'Kanäle',
  channelsNote: 'Kanäle und ihre Geheimnisse stehen in der Datei des Veranstaltungsorts.',
  kind: {
    push: 'Web-Push',
    email: 'E-Mail',
    webhook: 'Webhook, signiert',
    slack: 'Slack',
    teams: 'Teams',
  },
  subscriptions: (count) => (count === 1 ? '1 Browser angemeldet' : `${count} Browser angemeldet`),
  never: 'Noch nichts gesendet',
  sent: (at) => `Gesendet ${moment(at)}`,
  failed: (at, code) => `Gescheitert ${moment(at)}: ${why(code)}`,
  test: 'Probe senden',
  testOf: (channel) => `Probe über ${channel} senden`,
  testPhone: 'Wird auf jedem Telefon geprobt',
  tested: 'Die Probe wurde gesendet.',
  notTested: (code) => `Die Probe ist gescheitert: ${why(code)}.`,
  rules: 'Regeln',
  table: 'Regeln als Tabelle',
  rulesFrom: {
    file: 'Wie in der Datei des Veranstaltungsorts.',
    page: (by, at) => `Hier gesetzt von ${by}, ${moment(at)}.`,
  },
  columns: {
    id: 'Regel',
    channel: 'Kanal',
    who: 'Wer',
    what: 'Ab',
    where: 'Zonen',
    phases: 'Phasen',
    quiet: 'Ruhezeit',
    cooldown: 'Pause (s)',
    step: 'Nach Rufen',
    cleared: 'Auch Ende',
  },
  everywhere: 'Alle',
  everyone: 'Alle',
  categories: { crowd: 'Menge', system: 'Technik' },
  quietFrom: 'Ruhe ab',
  quietTo: 'Ruhe bis',
  list: 'durch Kommas getrennt',
  explain:
    'Kritische Alarme, Hilferufe und was niemand beantwortet durchbrechen Ruhezeit und Pausen. „Nach Rufen“ 1 wird erst gemeldet, wenn einmal niemand reagiert hat.',
  add: 'Regel anlegen',
  remove: (rule) => `Regel ${rule} entfernen`,
  removeShort: 'Entfernen',
  save: 'Regeln speichern',
  reset: 'Zurück zur Datei',
  saved: 'Gespeichert.',
  fault: germanFaults,
  refused: 'Nicht gespeichert:',
  notDone: 'Nicht gespeichert: Der Server hat es nicht angenommen. Versuchen Sie es erneut.',
  role: { viewer: 'Betrachter', operator: 'Operator', engineer: 'Techniker', admin: 'Admin' },
  unavailable: 'Der Server antwortet nicht. Versuchen Sie es erneut.',
  notAllowed: 'Das ist für Techniker und Admins, die den ganzen Veranstaltungsort sehen.',
};
