import type { Texts } from '../english.js';
import { NO_BREAK, persons, tenth } from '../numbers.js';

export const germanDevices: Texts['devices'] = {
  heading: 'Geräte',
  cameras: 'Kameras',
  edges: 'Agenten',
  camera: {
    live: 'Live',
    stale: 'Stumm',
    faulty: 'Störung',
    offline: 'Offline',
    'never-seen': 'Nie gesehen',
  },
  edge: { online: 'Online', offline: 'Offline', 'never-seen': 'Nie gesehen' },
  fault: {
    'no-signal': 'kein Videosignal',
    stalled: 'Video steht',
    'model-failed': 'Modell versagt',
    'not-calibrated': 'nicht kalibriert',
    moved: 'verstellt',
    covered: 'verdeckt',
    frozen: 'Bild eingefroren',
    blinded: 'geblendet',
    dark: 'zu dunkel',
  },
  frames: (perSecond) => `${tenth(perSecond)} Bilder/s`,
  latency: (milliseconds) => `${tenth(milliseconds / 1_000)}${NO_BREAK}s Verzug`,
  reconnects: (count) => (count === 1 ? '1 Neuverbindung' : `${count} Neuverbindungen`),
  calibration: (metres) => `kalibriert auf ± ${tenth(metres)}${NO_BREAK}m`,
  queue: (waiting) => `${persons(waiting)} wartend`,
  dropped: (count) => `${persons(count)} verworfen`,
  memory: (megabytes) => `${persons(megabytes)}${NO_BREAK}MB`,
  skew: (seconds) =>
    `Uhr geht ${tenth(Math.abs(seconds))}${NO_BREAK}s ${seconds < 0 ? 'nach' : 'vor'}`,
  models: (person, densityModel, provider) =>
    `${[person, densityModel].filter((id) => id !== undefined).join(' + ') || 'kein Modell'} auf ${provider}`,
  allLive: (count) => `${count} von ${count} live`,
  someLive: (live, count) => `${live} von ${count} live`,
};
