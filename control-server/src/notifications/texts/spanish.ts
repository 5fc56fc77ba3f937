import { formatsOf } from './formats.js';
import type { NotificationTexts } from './notification-texts.js';

const formats = formatsOf('es-ES');
const { about, limit, share, tenths, whole } = formats;

export const spanish: NotificationTexts = {
  formats,
  drill: 'SIMULACRO',
  priority: {
    ...{ watch: 'Vigilancia', warning: 'Aviso', critical: 'Crítico', emergency: 'Emergencia' },
  },
  title: {
    raised: (priority, place) => `${priority}: ${place}`,
    escalated: (priority, place) => `Ahora ${priority.toLowerCase()}: ${place}`,
    unanswered: (priority, place) => `Nadie responde: ${priority.toLowerCase()}, ${place}`,
    'help-called': (_, place) => `Se necesita ayuda: ${place}`,
    cleared: (_, place) => `Terminado: ${place}`,
    test: (_, place) => `Prueba: ${place}`,
  },
  density: (density, above) => `${tenths(density)} pers./m² (límite ${limit(above)}).`,
  aggravated: {
    'stop-and-go': 'La gente se para y avanza a trompicones.',
    counterflow: 'Hay gente que camina a contracorriente.',
    'slowed-outflow': 'La salida va lenta.',
    compression: 'La gente está comprimida.',
  },
  forecast: (above, seconds, probability) =>
    seconds === null
      ? `Puede superar ${limit(above)} pers./m² (probabilidad del ${share(probability)}).`
      : `Superará ${limit(above)} pers./m² en unos ${about(seconds)} (probabilidad del ${share(probability)}).`,
  cameraFault: {
    stale: 'ya no envía nada',
    'edge-offline': 'su agente está sin conexión',
    'never-seen': 'nunca se ha visto',
    'no-signal': 'sin señal de vídeo',
    stalled: 'su vídeo está parado',
    'model-failed': 'su modelo ha fallado',
    'not-calibrated': 'no está calibrada',
    moved: 'se ha movido',
    covered: 'está tapada',
    frozen: 'siempre la misma imagen',
    blinded: 'la deslumbra la luz',
    dark: 'solo ve oscuridad',
  },
  camera: (fault, zones) =>
    zones.length === 0
      ? `Cámara: ${fault}.`
      : `Cámara: ${fault}. No se ve del todo: ${zones.join(', ')}.`,
  duplicateEdge: 'Dos agentes hablan con un mismo nombre; no se puede creer a ninguno.',
  store: 'Registro',
  storeFailing: (code) => `No se puede escribir el registro (${code}).`,
  cleared: 'Lo que causó la alerta ha terminado.',
  test: 'Este canal funciona. Nadie tiene que hacer nada.',
  remedy: {
    close: (passage, effect) => `No dejar entrar a nadie por ${passage}: ${effect}.`,
    cut: (passage, part, perMinute, effect) =>
      `Reducir ${passage} un ${share(part)}, a ${whole(perMinute)}/min: ${effect}.`,
    restore: (passage, perMinute, effect) =>
      `Devolver ${passage} a ${whole(perMinute)}/min: ${effect}.`,
    open: (passage, effect) => `Abrir ${passage}: ${effect}.`,
  },
  avoids: 'lo evita',
  endsIn: (seconds) => `lo acaba en ${about(seconds)}`,
  wins: (seconds) => `gana ${about(seconds)}`,
  open: 'Abrir la alerta',
};
