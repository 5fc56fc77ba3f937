import { formatsOf } from './formats.js';
import type { NotificationTexts } from './notification-texts.js';

const formats = formatsOf('de-DE');
const { about, limit, share, tenths, whole } = formats;

export const german: NotificationTexts = {
  formats,
  drill: 'ÜBUNG',
  priority: {
    ...{ watch: 'Beobachten', warning: 'Warnung', critical: 'Kritisch', emergency: 'Notfall' },
  },
  title: {
    raised: (priority, place) => `${priority}: ${place}`,
    escalated: (priority, place) => `Jetzt „${priority}“: ${place}`,
    unanswered: (priority, place) => `Niemand antwortet: ${priority}, ${place}`,
    'help-called': (_, place) => `Hilfe nötig: ${place}`,
    cleared: (_, place) => `Vorbei: ${place}`,
    test: (_, place) => `Probe: ${place}`,
  },
  density: (density, above) => `${tenths(density)} Pers./m² (Grenze ${limit(above)}).`,
  aggravated: {
    'stop-and-go': 'Die Menge stockt und geht wieder.',
    counterflow: 'Menschen gehen gegeneinander.',
    'slowed-outflow': 'Der Weg hinaus ist verlangsamt.',
    compression: 'Menschen werden zusammengedrückt.',
  },
  forecast: (above, seconds, probability) =>
    seconds === null
      ? `Kann ${limit(above)} Pers./m² überschreiten (zu ${share(probability)} wahrscheinlich).`
      : `Überschreitet in etwa ${about(seconds)} ${limit(above)} Pers./m² (zu ${share(probability)} wahrscheinlich).`,
  cameraFault: {
    stale: 'sendet nichts mehr',
    'edge-offline': 'ihr Agent ist offline',
    'never-seen': 'wurde noch nie gesehen',
    'no-signal': 'kein Videosignal',
    stalled: 'ihr Video steht',
    'model-failed': 'ihr Modell ist ausgefallen',
    'not-calibrated': 'ist nicht kalibriert',
    moved: 'wurde verstellt',
    covered: 'ist verdeckt',
    frozen: 'immer wieder dasselbe Bild',
    blinded: 'wird von Licht geblendet',
    dark: 'sieht nur Dunkelheit',
  },
  camera: (fault, zones) =>
    zones.length === 0
      ? `Kamera: ${fault}.`
      : `Kamera: ${fault}. Nicht ganz einsehbar: ${zones.join(', ')}.`,
  duplicateEdge: 'Zwei Agenten sprechen unter einem Namen; keinem ist zu glauben.',
  store: 'Aufzeichnung',
  storeFailing: (code) => `Die Aufzeichnung lässt sich nicht schreiben (${code}).`,
  cleared: 'Was den Alarm ausgelöst hat, ist vorbei.',
  test: 'Dieser Kanal funktioniert. Niemand muss etwas tun.',
  remedy: {
    close: (passage, effect) => `Über ${passage} niemanden einlassen: ${effect}.`,
    cut: (passage, part, perMinute, effect) =>
      `${passage} um ${share(part)} auf ${whole(perMinute)}/min drosseln: ${effect}.`,
    restore: (passage, perMinute, effect) =>
      `${passage} wieder auf ${whole(perMinute)}/min bringen: ${effect}.`,
    open: (passage, effect) => `${passage} öffnen: ${effect}.`,
  },
  avoids: 'verhindert es',
  endsIn: (seconds) => `beendet es in ${about(seconds)}`,
  wins: (seconds) => `bringt ${about(seconds)} Aufschub`,
  open: 'Alarm öffnen',
};
