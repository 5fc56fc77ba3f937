import type { StewardTexts } from '../english-steward.js';
import { density, factor, NO_BREAK, persons, share } from '../numbers.js';
import { duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';

const faults: Readonly<Record<string, string>> = {
  'not-allowed': 'Su rol no lo permite.',
  'no-such-alert': 'La alerta ya no existe.',
  cleared: 'La alerta se ha cerrado entretanto. Si necesita ayuda, use la radio.',
  'too-old': `Esperó más de 10${NO_BREAK}min y no se envió. Mire de nuevo y vuelva a tocar.`,
  'not-on-record':
    'No se puede escribir en el registro, así que no se ha hecho nada. Use la radio.',
  'not-subscribed': 'A este teléfono aún no se le avisa. Actívelo primero.',
  'logged-out': 'Su sesión se ha cerrado. Inicie sesión de nuevo.',
  unreachable: 'El servidor no responde.',
};

export const spanishSteward: StewardTexts = {
  title: (venue, alerts) => `${alerts > 0 ? `(${alerts}) ` : ''}${venue ?? 'Throng'}`,
  tabs: { alerts: 'Alertas', count: 'Contar', told: 'Sonido' },
  waiting: 'Esperando la primera imagen',
  live: 'En directo',
  offline: 'Sin conexión',
  old: (seconds) => `Esta imagen es de hace ${duration(seconds)}`,
  oldNote: 'Mire a su alrededor; no se fíe solo de ella.',
  zones: 'Sus zonas',
  wholeVenue: 'Todas las zonas',
  calm: 'Ninguna alerta en sus zonas.',
  calmNote: 'Lleve el teléfono consigo. Le avisa cuando algo cambia.',
  others: (count) => (count === 1 ? 'Otra alerta' : `${count} alertas más`),
  helps: 'Qué ayuda',
  since: (at) => `desde las ${timeOfDay(at)}`,
  onIt: 'Voy yo',
  onItNote: 'Me encargo',
  manage: 'Me apaño',
  manageNote: 'Sin ayuda',
  youAreOnIt: 'Se encarga usted',
  someoneIsOnIt: (who) => `Se encarga ${who}`,
  needHelp: 'Pido ayuda',
  needHelpNote: 'Llamar al jefe',
  helpCalled: 'Ayuda avisada',
  helpBy: (who, at) => `${who} pidió ayuda, ${timeOfDay(at)}`,
  helpSeen: (who) => `${who} ha visto el aviso`,
  act: { 'on-it': 'Voy yo', help: 'Pido ayuda' },
  kept: (act, at) =>
    `«${act}», tocado a las ${timeOfDay(at)}, se enviará cuando vuelva la conexión. Use ahora la radio.`,
  sentLate: (act, tapped, sent) =>
    `«${act}», tocado a las ${timeOfDay(tapped)}, se envió a las ${timeOfDay(sent)}.`,
  notDone: (act, code) => `«${act}» no se ha hecho. ${wordsFor(faults, code) ?? 'Use la radio.'}`,
  tappedAt: (act, at) => `«${act}» se tocó a las ${timeOfDay(at)}, sin red`,
  fault: (code) => wordsFor(faults, code) ?? `No ha funcionado (${code}).`,
  push: {
    heading: 'Con la página cerrada',
    question: '¿Puede este teléfono avisarle de las alertas de sus zonas?',
    note: 'Solo mientras tenga la sesión iniciada. Puede desactivarlo aquí en cualquier momento.',
    yes: 'Sí, avíseme',
    on: 'Este teléfono recibe avisos de las alertas de sus zonas.',
    off: 'Desactivar',
    test: 'Enviar una prueba',
    tested: 'La prueba está en camino.',
    denied: 'El navegador lo rechaza. Permita las notificaciones de esta página en sus ajustes.',
    unsupported:
      'A este navegador no se le puede avisar. En un iPhone, añada antes la página a la pantalla de inicio (Compartir, luego «Añadir a pantalla de inicio»).',
  },
  sound: {
    heading: 'Con la página abierta',
    on: 'Sonido y vibración',
    note: 'Cada prioridad tiene el suyo. Pruébelos una vez, al volumen de esta noche.',
    test: (priority) => `Prueba: ${priority}`,
    blocked: 'El sonido espera a que toque la página por primera vez.',
  },
  count: {
    heading: 'Contar a mano',
    note: 'Su conteo muestra si las cámaras cuentan bien.',
    place: '¿Qué cuenta?',
    zone: (name) => `Personas en ${name}`,
    passage: (name) => `Personas por ${name}`,
    start: 'Empezar',
    stop: 'Parar',
    send: 'Enviar',
    discard: 'Descartar',
    running: (seconds) => `Contando desde hace ${duration(seconds)}`,
    stopped: (seconds) => `Contado durante ${duration(seconds)}`,
    towards: (place) => `hacia ${place}`,
    outside: 'el exterior',
    plus: 'Uno más',
    minus: 'Uno menos',
    undo: (place) => `Quitar uno hacia ${place}`,
    kept: 'Guardado. Se enviará cuando vuelva la conexión.',
    latest: 'Conteos hasta ahora',
    none: 'Nadie ha contado todavía.',
    byHand: (hand, cameras) =>
      cameras === null
        ? `${persons(hand)} a mano`
        : `${persons(hand)} a mano, ${persons(cameras)} por cámara`,
    ratio: (ratio, uncertainty) => `relación ${factor(ratio)} ±${NO_BREAK}${share(uncertainty)}`,
    verdict: {
      agrees: 'Aquí las cámaras cuentan bien.',
      'too-few': 'Muy pocas personas para juzgarlo; cuente al menos 16.',
      'not-seen': 'Ninguna cámara veía bastante entonces.',
      correct: (cameras) =>
        cameras.length === 0
          ? 'Aquí las cámaras cuentan mal.'
          : `Por corregir: ${cameras.join(', ')}.`,
    },
    unknown: 'No comparable.',
    by: (who, at) => `${who}, ${timeOfDay(at)}`,
  },
  density: (value) => `${density(value)}${NO_BREAK}/m²`,
};
