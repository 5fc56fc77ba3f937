import type { Texts } from '../english.js';
import { NO_BREAK, persons, tenth } from '../numbers.js';

export const spanishDevices: Texts['devices'] = {
  heading: 'Equipos',
  cameras: 'Cámaras',
  edges: 'Agentes',
  camera: {
    live: 'Directo',
    stale: 'Sin datos',
    faulty: 'Avería',
    offline: 'Sin conexión',
    'never-seen': 'Nunca vista',
  },
  edge: { online: 'Conectado', offline: 'Sin conexión', 'never-seen': 'Nunca visto' },
  fault: {
    'no-signal': 'sin señal de vídeo',
    stalled: 'vídeo parado',
    'model-failed': 'falla el modelo',
    'not-calibrated': 'sin calibrar',
    moved: 'movida',
    covered: 'tapada',
    frozen: 'imagen congelada',
    blinded: 'deslumbrada',
    dark: 'demasiado oscuro',
  },
  frames: (perSecond) => `${tenth(perSecond)} imágenes/s`,
  latency: (milliseconds) => `${tenth(milliseconds / 1_000)}${NO_BREAK}s de retraso`,
  reconnects: (count) => (count === 1 ? '1 reconexión' : `${count} reconexiones`),
  calibration: (metres) => `calibrada a ± ${tenth(metres)}${NO_BREAK}m`,
  queue: (waiting) => `${persons(waiting)} en espera`,
  dropped: (count) => (count === 1 ? '1 descartada' : `${persons(count)} descartadas`),
  memory: (megabytes) => `${persons(megabytes)}${NO_BREAK}MB`,
  skew: (seconds) =>
    `reloj ${tenth(Math.abs(seconds))}${NO_BREAK}s ${seconds < 0 ? 'atrasado' : 'adelantado'}`,
  models: (person, densityModel, provider) =>
    `${[person, densityModel].filter((id) => id !== undefined).join(' + ') || 'ningún modelo'} en ${provider}`,
  allLive: (count) => `${count} de ${count} en directo`,
  someLive: (live, count) => `${live} de ${count} en directo`,
};
