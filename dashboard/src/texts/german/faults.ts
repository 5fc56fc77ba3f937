import type { PageTexts } from '../english-pages.js';
import { formats } from '../locale.js';
import { NO_BREAK, tenth } from '../numbers.js';

const list = (names: readonly string[]): string => names.join(', ');
const number = (value: number): string => formats.limit.format(value);
const squareMetres = (value: number): string => `${tenth(value)}${NO_BREAK}m²`;

export const germanFaults: PageTexts['editor']['fault'] = {
  'unknown-fields': (names) => `enthält Unbekanntes: ${list(names)}`,
  'missing-fields': (names) => `ist unvollständig: ${list(names)} fehlt`,
  'must-be': (wanted) => `muss „${wanted}“ sein`,
  'wrong-type': {
    number: 'muss eine Zahl sein',
    integer: 'muss eine ganze Zahl sein',
    string: 'muss ein Text sein',
    boolean: 'muss ja oder nein sein',
    array: 'muss eine Liste sein',
    object: 'muss eine Gruppe von Feldern sein',
    null: 'muss leer sein',
  },
  'too-small': (least) => `muss mindestens ${number(least)} sein`,
  'not-above': (bound) => `muss größer als ${number(bound)} sein`,
  'too-large': (most) => `darf höchstens ${number(most)} sein`,
  'too-short': (least) => `ist zu kurz: Zeichen mindestens ${number(least)}`,
  'too-long': (most) => `ist zu lang: Zeichen höchstens ${number(most)}`,
  'too-few': (least) => `braucht mindestens ${number(least)}`,
  'too-many': (most) => `darf höchstens ${number(most)} haben`,
  'repeated-entries': 'nennt etwas zweimal',
  'no-identifier':
    'darf kleine Buchstaben a bis z, Ziffern und innen Bindestriche enthalten, höchstens 48',
  'no-timestamp': 'ist kein Zeitpunkt; setzen Sie Tag und Uhrzeit',
  'does-not-fit': 'hat eine Form, die hier nicht passt',
  'repeated-id': (id) => `„${id}“ ist zweimal vergeben; jede Id muss eine eigene sein`,
  'reserved-name': (name) => `„${name}“ ist vergeben; wählen Sie einen anderen Namen`,
  'no-zone': (id) => `es gibt keine Zone „${id}“; wählen Sie eine andere`,
  'no-phase': (id) =>
    `kein Ablauf hat eine Phase „${id}“; nennen Sie eine vorhandene, oder entfernen Sie sie`,
  'no-plan': (id) => `es gibt keinen Ablauf „${id}“; wählen Sie einen anderen`,
  'no-channel': (id) => `es gibt keinen Kanal „${id}“; wählen Sie einen anderen`,
  'too-few-vertices': 'hat weniger als drei verschiedene Ecken; fügen Sie welche hinzu',
  'self-intersecting':
    'kreuzt sich selbst; setzen Sie die Ecken der Reihe nach um die Fläche, jede einmal',
  'zero-area': 'liegt auf einer Geraden; fügen Sie eine Ecke daneben hinzu',
  'not-finite': 'hat eine Ecke ohne Zahl',
  'small-zone': (floor, least) =>
    `misst ${squareMetres(floor)} und könnte eine einzelne Person zeigen; zeichnen Sie mindestens ${squareMetres(least)}`,
  overlap: (other, floor) =>
    `überlappt ${other} um ${squareMetres(floor)}; wer dort steht, würde doppelt gezählt`,
  'bands-fall': 'muss von Beobachten bis Notfall steigen',
  'same-place': 'führt von einem Ort zu ihm selbst; nennen Sie zwei verschiedene',
  'no-line': 'hat beide Enden an einem Punkt; ziehen Sie eine Linie quer hinüber',
  'first-phase': 'muss 0 sein: Die erste Phase beginnt mit dem Einlass',
  'phase-order': (before, minute) => `muss nach „${before}“ (Minute ${number(minute)}) kommen`,
  'end-order': (before, minute) =>
    `muss nach der letzten Phase kommen, „${before}“ (Minute ${number(minute)})`,
  'event-overlap': (before) =>
    `beginnt, bevor „${before}“ endet; an einem Ort läuft immer nur eine Veranstaltung`,
  'other-venue': (id) =>
    `muss „${id}“ bleiben: Boxen, Aufzeichnungen und Anmeldungen richten sich danach`,
  'no-picture': 'liegt nicht auf dem Server; wählen Sie das Bild erneut',
  'hides-danger': (zone, count) =>
    `ließe ${zone} in Berichten aus, obwohl die Grenze zum Beobachten überschritten ist: Dafür genügen schon ${number(count)} Personen. Zeichnen Sie die Zone größer, oder senken Sie die Einstellung`,
  'roles-of-push': 'Rollen kennt nur Push; entfernen Sie sie',
};
