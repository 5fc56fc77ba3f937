import type { Texts } from '../english.js';
import { NO_BREAK, persons, tenth } from '../numbers.js';
import { plural } from './plural.js';

export const frenchDevices: Texts['devices'] = {
  heading: 'Équipements',
  cameras: 'Caméras',
  edges: 'Agents',
  camera: {
    live: 'En direct',
    stale: 'Muette',
    faulty: 'Défaut',
    offline: 'Hors ligne',
    'never-seen': 'Jamais vue',
  },
  edge: { online: 'En ligne', offline: 'Hors ligne', 'never-seen': 'Jamais vu' },
  fault: {
    'no-signal': 'pas de signal vidéo',
    stalled: 'vidéo à l’arrêt',
    'model-failed': 'modèle en échec',
    'not-calibrated': 'non calibrée',
    moved: 'déplacée',
    covered: 'masquée',
    frozen: 'image figée',
    blinded: 'éblouie',
    dark: 'trop sombre',
  },
  frames: (perSecond) => `${tenth(perSecond)}${NO_BREAK}images/s`,
  latency: (milliseconds) => `retard ${tenth(milliseconds / 1_000)}${NO_BREAK}s`,
  reconnects: (count) => `${count} ${plural(count, 'reconnexion', 'reconnexions')}`,
  calibration: (metres) => `calibrée à ± ${tenth(metres)}${NO_BREAK}m`,
  queue: (waiting) => `${persons(waiting)} en attente`,
  dropped: (count) => `${persons(count)} ${plural(count, 'abandonnée', 'abandonnées')}`,
  memory: (megabytes) => `${persons(megabytes)}${NO_BREAK}Mo`,
  skew: (seconds) =>
    `horloge en ${seconds < 0 ? 'retard' : 'avance'} de ${tenth(Math.abs(seconds))}${NO_BREAK}s`,
  models: (person, densityModel, provider) =>
    `${[person, densityModel].filter((id) => id !== undefined).join(' + ') || 'aucun modèle'} sur ${provider}`,
  allLive: (count) => `${count} sur ${count} en direct`,
  someLive: (live, count) => `${live} sur ${count} en direct`,
};
