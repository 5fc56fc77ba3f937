import type { Texts } from '../english.js';
import { density, NO_BREAK, percentage, persons, rate, share, threshold } from '../numbers.js';
import { about, dateInZone, duration, timeOfDay } from '../times.js';
import { spanishBottleneck } from './bottleneck.js';
import { spanishDevices } from './devices.js';
import { spanishExplanation } from './explanation.js';
import { spanishForecast } from './forecast.js';
import { spanishLifecycle } from './lifecycle.js';
import { spanishLimits } from './limits.js';

/** Everything the live page says, in Spanish. */
export const spanish: Texts = {
  page: {
    title: (venue, alerts) =>
      `${alerts > 0 ? `(${alerts}) ` : ''}${venue === null ? '' : `${venue} · `}Throng`,
    loading: 'Esperando la primera imagen del recinto',
    skipToAlerts: 'Saltar a las alertas',
    section: {
      alerts: 'Alertas',
      map: 'Mapa',
      zones: 'Zonas',
      passages: 'Pasos',
      devices: 'Equipos',
    },
    language: 'Idioma',
    theme: { system: 'Tema: sistema', dark: 'Tema: oscuro', light: 'Tema: claro' },
    close: 'Cerrar',
    pages: 'Páginas',
    drill: 'SIMULACRO',
    name: {
      live: 'Directo',
      wall: 'Mural',
      drill: 'Simulacro',
      playback: 'Grabado',
      fleet: 'Equipos',
      editor: 'Recinto',
      notifications: 'Avisos',
      access: 'Acceso',
    },
    opening: 'Abriendo',
    notLoaded: 'No se ha podido cargar esta página. Compruebe la red e inténtelo de nuevo.',
    tryAgain: 'Reintentar',
  },
  time: { clock: timeOfDay, dateInZone, duration, label: 'Hora del recinto' },
  band: {
    normal: 'Normal',
    watch: 'Vigilancia',
    warning: 'Aviso',
    critical: 'Crítico',
    emergency: 'Emergencia',
    unknown: 'Desconocido',
  },
  zoneKind: { walkway: 'Paso', stairs: 'Escalera', queue: 'Cola', viewing: 'Espectadores' },
  punctuation: { clause: '; ', colon: ': ' },
  unit: { density: 'pers./m²', densityShort: '/m²', perMinute: '/min' },
  count: {
    people: 'personas ahora',
    peopleKnown: 'personas contadas',
    persons: (value) => persons(value),
    sigma: (value) => `± ${persons(value)}`,
    atLeast: (value) => `≥ ${value}`,
    seen: (part) => `${share(part)} visto`,
    zonesMeasured: (measured, zones) =>
      `${measured} de ${zones} ${zones === 1 ? 'zona medida' : 'zonas medidas'}`,
    unknownValue: '?',
  },
  density: (value) => density(value),
  threshold: (value) => threshold(value),
  levelOfService: (letter) => `NdS ${letter}`,
  trend: {
    rising: (value) => `sube ${rate(value)}/min`,
    falling: (value) => `baja ${rate(value)}/min`,
    steady: 'estable',
    unknown: 'tendencia aún desconocida',
    short: (value) => `${value === 0 ? '' : value < 0 ? '−' : '+'}${rate(value)}`,
  },
  unknown: {
    'no-camera': 'ninguna cámara la cubre',
    'never-measured': 'aún sin medir',
    stale: 'cámara sin datos',
    'camera-fault': 'cámara averiada',
    'edge-offline': 'agente sin conexión',
    since: (seconds) => `vista hace ${duration(seconds)}`,
  },
  noForecast: {
    'too-early': `conocida desde hace menos de 5${NO_BREAK}min`,
    'too-little-seen': 'se ve muy poco de ella',
    failed: 'la previsión ha fallado',
  },
  limits: spanishLimits,
  alerts: {
    heading: 'Alertas',
    crowd: 'Multitud',
    system: 'Técnica',
    earlier: (count) => `Anteriores (${count})`,
    noCrowd: 'Ninguna alerta activa de multitud',
    noneMeasured: (measured, zones) =>
      `${measured} de ${zones} ${zones === 1 ? 'zona medida' : 'zonas medidas'}, ninguna sobre su umbral de alerta.`,
    noneButUnknown: (names) =>
      `${names.length === 1 ? 'Se desconoce 1 zona, que no podría dar' : `Se desconocen ${names.length} zonas, que no podrían dar`} ninguna: ${names.join(', ')}.`,
    noneButPartial: (names) => `Vistas en parte: ${names.join(', ')}.`,
    noneButOld: 'La imagen está anticuada: no muestra las alertas dadas desde entonces.',
    incident: (cause, zones) =>
      `${cause ?? 'Una misma causa'}: ${zones} ${zones === 1 ? 'zona' : 'zonas'}`,
    flood: (minutes, count) =>
      `Avalancha de alertas: ${count} en ${minutes}${NO_BREAK}min. Primero las más urgentes; las demás, plegadas.`,
    folded: (count) => `Menos urgentes (${count})`,
    since: (at) => `desde las ${timeOfDay(at)}`,
    cleared: (at, seconds) => `cerrada a las ${timeOfDay(at)} tras ${duration(seconds)}`,
    announced: (priority, where, what) => `${priority}: ${where}. ${what}`,
    equipmentFaults: (count) => (count === 1 ? '1 avería técnica' : `${count} averías técnicas`),
    countOf: (count, priority) => `${count} × ${priority}`,
  },
  bottleneck: spanishBottleneck,
  explanation: spanishExplanation,
  reason: {
    density: {
      now: (value, limit, seconds) =>
        `${density(value)} pers./m² (umbral ${limit}) desde hace ${duration(seconds)}`,
      clears: (below, seconds) =>
        seconds > 0
          ? `se cierra tras ${duration(seconds)} por debajo de ${threshold(below)}`
          : `se cierra por debajo de ${threshold(below)}`,
      unknownNow: 'La zona ahora no se ve',
      was: (value, limit) => `${density(value)} pers./m² (umbral ${limit})`,
      seen: (part) => `solo se ve el ${share(part)} de la zona`,
    },
    forecast: spanishForecast,
    cameraLost: {
      stale: 'No llega ninguna medición',
      'edge-offline': (edge) => `El agente ${edge} está sin conexión`,
      'no-signal': 'Sin señal de vídeo',
      stalled: 'El vídeo está parado',
      'model-failed': 'El modelo falla con sus imágenes',
      'not-calibrated': 'Sin calibrar',
      moved: 'La cámara se ha movido; revísela y confírmela o recalíbrela',
      covered: 'El objetivo está tapado',
      frozen: 'Siempre la misma imagen',
      blinded: 'La luz deslumbra el objetivo',
      dark: 'Demasiado oscuro para ver a nadie',
      'never-seen': 'Nunca se ha recibido nada',
      last: (seconds) => `última medición hace ${duration(seconds)}`,
      never: 'nunca medida',
      blinds: (zones) => `a ciegas: ${zones.join(', ')}`,
      blindsNothing: 'ninguna zona depende solo de ella',
    },
    duplicateEdge:
      'Dos agentes funcionan con este identificador; detenga o cambie el nombre de uno',
    storeFailing: {
      where: 'Registro',
      what: (code, rows) =>
        `No se puede escribir (${code}); hasta ahora ${rows === 0 ? 'no se ha perdido nada' : rows === 1 ? 'se ha perdido 1 fila' : `se han perdido ${persons(rows)} filas`}. El directo no se ve afectado`,
    },
  },
  connection: {
    phase: {
      connecting: 'Conectando',
      live: 'En directo',
      gap: 'Resincronizando',
      waiting: 'Desconectado',
    },
    silent: 'Sin datos',
    age: (seconds) => `hace ${duration(seconds)}`,
    retry: (seconds) => (seconds > 0 ? `próximo intento en ${duration(seconds)}` : 'reintentando'),
    outdated: (seconds) =>
      `La imagen es de hace ${duration(seconds)}. Lo que ve ya ha pasado; no actúe solo por ella.`,
    details: 'Detalles de la conexión',
    sequence: 'Número de mensaje',
    losses: 'Conexiones perdidas',
    gaps: 'Huecos encontrados',
    refused: 'Mensajes rechazados',
    lastRefused: 'Último motivo',
    mismatch: 'El servidor y la página no se entienden: recargue la página.',
  },
  zones: {
    heading: 'Zonas',
    name: 'Zona',
    band: 'Estado',
    density: 'pers./m²',
    level: 'NdS',
    persons: 'Personas',
    trend: '±/min',
    caption:
      'Zonas por riesgo; densidad en personas por metro cuadrado, nivel de servicio de A a F.',
  },
  zone: {
    current: 'Ahora',
    peak: 'Parte más densa (P95)',
    level: 'Nivel de servicio',
    persons: 'Personas',
    trend: 'Tendencia',
    band: 'Estado',
    limits: 'Umbrales',
    coverage: 'Visto',
    measured: 'Medido',
    ago: (seconds) => `hace ${duration(seconds)}`,
    history: (minutes, isForeseen) =>
      `Densidad, últimos ${minutes}${NO_BREAK}min${isForeseen ? ' y prevista' : ''}`,
    historyEmpty: 'Aún sin historial',
    aheadSummary: (seconds, low, high) =>
      `; prevista en ${about(seconds)}: de ${density(low)} a ${density(high)}`,
    historySummary: (from, to) => `Densidad entre ${density(from)} y ${density(to)} pers./m²`,
    ahead: `Próximos 15${NO_BREAK}min`,
    aheadCaption: `Densidad prevista con el intervalo que contiene el ${percentage(80)} de los casos, pers./m²`,
    aheadIn: (seconds) => `+${Math.round(seconds / 60)}${NO_BREAK}min`,
    between: (low, high) => `${density(low)}–${density(high)}`,
    noForecast: (why) => `Sin previsión: ${why}`,
    hasPassed: (limit) => `Ahora por encima del umbral de ${limit}`,
    willPass: (limit, probability, withinSeconds) =>
      `${share(probability)} de superar ${limit} en ${about(withinSeconds)}`,
    cameras: 'Cámaras que la ven',
    noCameras: 'Ninguna cámara cubre esta zona.',
    share: (part) => `${share(part)} de la zona`,
  },
  lifecycle: spanishLifecycle,
  travel: {
    label: 'Hora mostrada en el mapa',
    now: 'Ahora',
    backToNow: 'Volver al presente',
    phases: 'Fases del evento',
    at: (at, offset) =>
      `${timeOfDay(at)}, ${offset < 0 ? `hace ${duration(-offset)}` : `en ${duration(offset)}`}`,
    past: (at) => `Pasado: ${timeOfDay(at)}. Zonas tal como se registraron`,
    pastLoading: 'Pasado: pidiendo el registro al servidor',
    ahead: (seconds) => `Previsto en ${about(seconds)}, con intervalos del ${percentage(80)}`,
    unknown: { past: 'sin registrar', ahead: 'sin prever' },
    between: (low, high) => `de ${density(low)} a ${density(high)}`,
  },
  map: {
    heading: 'Mapa',
    label:
      'Mapa del recinto con la densidad de personas. La tabla de zonas contiene los mismos valores.',
    fit: 'Mostrar todo el recinto',
    fullScreen: 'Pantalla completa',
    cameras: 'Áreas de las cámaras',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    legend: 'Densidad, pers./m²',
    legendUnknown: 'desconocido',
    legendLabel: (marks) =>
      `Escala de color de ${marks.at(0)} a ${marks.at(-1)} personas por metro cuadrado; el suelo rayado es desconocido`,
    unknown: (reason) => `? ${reason}`,
    warned: 'LLENÁNDOSE',
    load: (load) => `al ${percentage(Math.round(load * 100))}`,
  },
  devices: spanishDevices,
};
