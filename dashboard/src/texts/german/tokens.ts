import type { PageTexts } from '../english-pages.js';
import { wordsFor } from '../words-for.js';

const scopes: Readonly<Record<string, string>> = {
  watch: 'Das Livebild sehen',
  'see-past': 'Vergangenes sehen',
  'handle-alerts': 'Alarme bearbeiten',
  'stop-show': 'Die Show stoppen',
  'count-by-hand': 'Von Hand zählen',
  'run-what-if': 'Planspiele rechnen',
  'run-drill': 'Übungen beginnen',
  'edit-venue': 'Den Veranstaltungsort bearbeiten',
  'keep-fleet': 'Die Technik verwalten',
  'set-notifications': 'Benachrichtigungen festlegen',
  'read-metrics': 'Metriken lesen',
  'keep-accounts': 'Konten und Token verwalten',
  'read-audit': 'Das Prüfprotokoll lesen',
};

export const germanTokens: PageTexts['tokens'] = {
  heading: 'API-Token',
  note: 'Für Programme. Ein Token darf, was seine Rechte sagen, in seinen Zonen, bis es abläuft.',
  none: 'Kein Programm hat ein Token.',
  name: 'Name',
  nameRule: '1 bis 48 Kleinbuchstaben, Ziffern und . _ -',
  scopes: 'Darf',
  scope: (word) => wordsFor(scopes, word) ?? word,
  madeBy: 'Angelegt von',
  made: (by, at) => `${by}, ${at}`,
  lastUsed: 'Zuletzt benutzt',
  expires: 'Läuft ab',
  state: { heading: 'Zustand', good: 'gültig', expired: 'abgelaufen', revoked: 'widerrufen' },
  add: 'Token anlegen',
  days: 'Tage',
  revoke: 'Widerrufen',
  revokeNamed: (name) => `${name} widerrufen`,
  revokeNote:
    'Das Programm, das es hat, kommt nicht mehr hinein. Das lässt sich nicht zurücknehmen.',
  secret: (name) =>
    `Das Geheimnis von ${name}. Es wird nur dieses eine Mal gezeigt; verwahren Sie es jetzt:`,
  noScope: 'Wählen Sie, was das Programm darf.',
  taken:
    'Ein Token dieses Namens gibt es schon. Widerrufen Sie es, oder wählen Sie einen anderen Namen.',
};
