import type { PageTexts } from '../english-pages.js';
import { factor, NO_BREAK, persons, tenth } from '../numbers.js';
import { duration } from '../times.js';
import { germanDevices } from './devices.js';

const days = (count: number): string => {
  const whole = Math.floor(count);
  return `${whole}${NO_BREAK}${whole === 1 ? 'Tag' : 'Tage'}`;
};
/** After "vor" and the like. */
const daysAgo = (count: number): string => {
  const whole = Math.floor(count);
  return `${whole}${NO_BREAK}${whole === 1 ? 'Tag' : 'Tagen'}`;
};
const times = (count: number): string => (count === 1 ? 'einmal' : `${persons(count)}-mal`);
const windows = (count: number): string =>
  count === 1 ? '1 Fenster' : `${persons(count)} Fenster`;

export const germanFleet: PageTexts['fleet'] = {
  heading: 'Technik',
  summary: (agents, cameras, faults) =>
    `${agents} ${agents === 1 ? 'Agent' : 'Agenten'}, ${cameras} ${cameras === 1 ? 'Kamera' : 'Kameras'}, ${
      faults === 0 ? 'nichts zu beheben' : `${faults} zu beheben`
    }`,
  allWell: 'Alles in Ordnung.',
  mend: 'Zu beheben',
  watch: 'Zu prüfen',
  agent: {
    version: 'Version',
    up: 'Läuft seit',
    models: 'Modelle',
    provider: 'Rechnet auf',
    memory: 'Speicher',
    clock: 'Uhr',
    waiting: 'Fenster wartend',
    lost: 'Fenster verloren',
    spool: 'Puffer',
  },
  camera: {
    camera: 'Kamera',
    state: 'Zustand',
    frames: 'Bilder/s',
    latency: 'Verzug p95',
    decoder: 'Decoder',
    calibration: 'Kalibrierung',
    correction: 'Handzählung',
    drift: 'Drift',
    reconnects: 'Neuverbindungen',
  },
  inTime: 'genau',
  onDisk: 'auf der Platte',
  inMemory: 'nur im Speicher',
  unknown: '?',
  none: 'keine',
  correction: (by, counts) => `× ${factor(by)} aus ${counts}`,
  calibration: (metres, age) =>
    `± ${tenth(metres)}${NO_BREAK}m${age === null ? '' : `, ${days(age)} alt`}`,
  finding: (cause) => {
    switch (cause.kind) {
      case 'edge-never-seen':
        return {
          what: 'Hat sich nie gemeldet',
          remedy:
            'Agent starten und Veranstaltungsort, Id und Broker mit diesem Server vergleichen: throng-edge doctor',
        };
      case 'edge-offline':
        return {
          what: 'Offline',
          remedy: 'Strom und Netz der Box prüfen; ihre Fenster warten inzwischen auf ihrer Platte',
        };
      case 'clock-skew':
        return {
          what: `Uhr geht ${tenth(Math.abs(cause.seconds))}${NO_BREAK}s ${cause.seconds < 0 ? 'nach' : 'vor'}`,
          remedy: 'Box und Server dieselbe Zeitquelle geben und prüfen, ob sie läuft: timedatectl',
        };
      case 'clock-held':
        return {
          what: `Uhr wurde um ${duration(Math.abs(cause.seconds))} ${cause.seconds < 0 ? 'zurückgestellt' : 'vorgestellt'}; der Agent zählt in der Zeit davor weiter`,
          remedy:
            'Richtig stellen: timedatectl. Der Agent glaubt ihr, sobald NTP sie bestätigt, oder nach 10 Minuten',
        };
      case 'spool-in-memory':
        return {
          what: `Hält Fenster nur im Speicher${cause.fault === undefined ? '' : `: Platte ${cause.fault}`}`,
          remedy:
            'Platz auf der Platte schaffen oder ihre Rechte berichtigen; was wartet, geht mit dem Prozess verloren',
        };
      case 'spool-waiting':
        return {
          what: `${windows(cause.windows)} ${cause.windows === 1 ? 'wartet' : 'warten'}, das älteste seit ${duration(cause.seconds)}`,
          remedy: 'Den Weg zum Broker prüfen; sobald er frei ist, folgen sie als Verlauf',
        };
      case 'windows-lost':
        return {
          what: `${windows(cause.windows)} aufgegeben`,
          remedy:
            'Die Aufzeichnung hat eine Lücke. Den Puffer vergrößern und herausfinden, warum er voll lief',
        };
      case 'model-replaced':
        return {
          what: `Modell-Thread ${times(cause.times)} ersetzt`,
          remedy: 'Speicher, Treiber und Temperatur der Box prüfen',
        };
      case 'model-missing':
        return {
          what: 'Kein Modell läuft',
          remedy: 'Modelle auf der Box prüfen: throng-models verify',
        };
      case 'provider-cpu':
        return {
          what: `Rechnet auf ${cause.provider}`,
          remedy: 'Hat die Box eine GPU, den Treiber prüfen: throng-edge doctor nennt, was fehlt',
        };
      case 'local-alarm':
        return {
          what: `Hält den Server für ausgefallen und warnt selbst (${persons(cause.zones)} ${cause.zones === 1 ? 'Zone' : 'Zonen'})`,
          remedy: 'Das endet, sobald er diesen Server wieder hört; den Broker prüfen',
        };
      case 'local-alarm-failed':
        return {
          what: `Sein örtlicher Alarm ist ${times(cause.times)} gescheitert`,
          remedy: 'Befehl oder Webhook von localAlarm auf der Box von Hand ausprobieren',
        };
      case 'camera-never-seen':
        return {
          what: 'Hat sich nie gemeldet',
          remedy: 'Die Kamera unter genau dieser Id in die Einstellungen des Agenten eintragen',
        };
      case 'camera-silent':
        return { what: 'Stumm', remedy: 'Den Agenten prüfen; es kam nichts rechtzeitig an' };
      case 'camera-fault':
        return { what: germanDevices.fault[cause.fault], remedy: faultRemedy[cause.fault] };
      case 'not-calibrated':
        return {
          what: 'Nicht kalibriert',
          remedy: 'Kalibrieren, sonst haben ihre Personen keinen Ort: throng-edge calibrate',
        };
      case 'calibration-rough':
        return {
          what: `Nur auf ± ${tenth(cause.metres)}${NO_BREAK}m kalibriert`,
          remedy: 'Punkte nahe den Bildrändern ergänzen und neu einmessen',
        };
      case 'calibration-old':
        return {
          what: `Vor ${daysAgo(cause.days)} kalibriert`,
          remedy: 'Einige Punkte auf der Kalibrierseite prüfen; Masten setzen sich',
        };
      case 'drift':
        return {
          what: `${drift[cause.statistic]} ${tenth(Math.abs(cause.deviations))}${NO_BREAK}σ ${cause.deviations < 0 ? 'unter' : 'über'} dem, was das Modell kennt`,
          remedy: 'Objektiv reinigen, Licht und Belichtung prüfen, zur Korrektur von Hand zählen',
        };
      case 'few-frames':
        return {
          what: `${tenth(cause.perSecond)} von ${tenth(cause.wanted)} Bildern/s`,
          remedy:
            'Die Box ist zu langsam für ihre Kameras: weniger Kameras, ein kleineres Modell oder eine GPU',
        };
      case 'slow':
        return {
          what: `${tenth(cause.seconds)}${NO_BREAK}s von der Aufnahme bis zur Zählung`,
          remedy: 'Das Netz der Kamera prüfen, dann die Last der Box',
        };
      case 'reconnects':
        return {
          what: `${times(cause.times)} neu verbunden`,
          remedy: 'Kabel, Switch und das Protokoll der Kamera prüfen',
        };
    }
  },
};

const drift = {
  brightness: 'Helligkeit',
  sharpness: 'Schärfe',
  activeShare: 'Bildanteil mit Personen',
  disagreement: 'Uneinigkeit der Modelle',
} as const;

const faultRemedy = {
  'no-signal': 'Strom und Kabel der Kamera prüfen, dann Adresse und Passwort: throng-edge doctor',
  stalled: 'Kamera neu starten; kommt es wieder, ihre Bitrate senken oder den Switch prüfen',
  'model-failed': 'Protokoll des Agenten lesen; Modelle prüfen: throng-models verify',
  'not-calibrated': 'Kalibrieren: throng-edge calibrate',
  moved: 'Kamera zurückdrehen oder neu kalibrieren; bis dahin ist ihre Fläche unbekannt',
  covered: 'Die Sicht der Kamera freimachen',
  frozen: 'Kamera neu starten: Sie sendet immer wieder dasselbe Bild',
  blinded: 'Vom Licht wegdrehen oder ihren großen Dynamikumfang (WDR) einschalten',
  dark: 'Die Fläche beleuchten oder den Nachtmodus der Kamera einschalten',
} as const;
