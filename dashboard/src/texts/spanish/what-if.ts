import type { PageTexts } from '../english-pages.js';
import { density, NO_BREAK, percentage, persons } from '../numbers.js';
import { about, timeOfDay } from '../times.js';

const minutesOf = (minutes: number): string => `${minutes}${NO_BREAK}min`;
const people = (count: number): string =>
  count === 1 ? '1 persona' : `${persons(count)} personas`;

export const spanishWhatIf: PageTexts['whatIf'] = {
  capacity: (count, rule) => `Aforo seguro ${persons(count)} (${rule})`,
  count: persons,
  noWayOut: 'Aforo seguro: no hay ninguna salida dibujada',
  rule: {
    'standing-density': 'limita el sitio para estar de pie',
    'level-of-service-d': 'limita el sitio para andar',
    'large-floor': 'limita la superficie por persona',
    'entry-points': 'limitan los puntos de entrada',
    'exit-time': 'limitan las salidas',
  },
  limits: {
    'standing-density': `Sitio para estar de pie, 47 por 10${NO_BREAK}m²`,
    'level-of-service-d': 'Nivel de servicio D',
    'large-floor': `Superficie de 0,65${NO_BREAK}m² por persona`,
    'entry-points': 'Puntos de entrada, 660 por hora cada uno',
    'exit-time': 'Evacuación a tiempo',
  },
  approve: 'Un punto de partida: su responsable de seguridad aprueba cada cifra.',
  open: '¿Y si…?',
  heading: (zone) => `¿Y si…?: ${zone}`,
  close: 'Cerrar',
  planName: (index) => `Plan ${'ABC'.charAt(index)}`,
  remove: (plan) => `Quitar ${plan}`,
  add: 'Añadir un plan',
  evacuate: 'Evacuar',
  evacuation: { none: 'a nadie', zone: 'esta zona', venue: 'todo el recinto' },
  change: {
    none: 'como ahora',
    close: 'cerrado',
    open: 'abierto, según lo previsto',
    '0.75': `un ${percentage(25)} más lento`,
    '0.5': `un ${percentage(50)} más lento`,
    '0.25': `un ${percentage(75)} más lento`,
  },
  minutes: 'Horizonte',
  minutesOf,
  run: 'Calcular los planes',
  running: 'Calculando…',
  nothingToRun: 'Elija qué cambia un plan y calcúlelo.',
  noAnswer: {
    'nothing-known': 'Aún se sabe muy poco: antes tiene que arrancar la previsión.',
    busy: 'Se están calculando los planes de otra persona. Inténtelo de nuevo en un segundo.',
    'not-allowed': 'Su rol no calcula planes para todo el recinto.',
    'too-large': 'Es demasiado de una vez: menos planes o menos minutos.',
    unreachable: 'El servidor no ha respondido. Inténtelo de nuevo.',
  },
  doNothing: 'No hacer nada',
  compare: 'Los planes, comparados',
  row: {
    clear: 'Desalojado tras',
    left: 'Aún dentro al final',
    trapped: 'Sin salida',
    heldOutside: 'Retenidos fuera',
    worst: 'Mayor densidad',
    over: 'Sobre el umbral de aviso',
  },
  clear: (seconds) => about(seconds),
  between: (earliest, latest) =>
    latest === null
      ? `${about(earliest)} en el mejor caso; en el peor, no a tiempo`
      : `de ${about(earliest)} a ${about(latest)}`,
  notClear: (minutes) => `no en ${minutesOf(minutes)}`,
  worst: (value, zone, seconds) =>
    `${density(value)}/m² en ${zone} ${seconds === 0 ? 'ahora' : `tras ${about(seconds)}`}`,
  trapped: (count, zones) => `${persons(count)} en ${zones.join(', ')}`,
  none: 'ninguno',
  chart: (zone) => `Densidad en ${zone}, pers./m², en minutos desde ahora`,
  chartSummary: (plan, from, to, most) =>
    `${plan}: de ${density(from)} a ${density(to)}, como máximo ${density(most)}`,
  advice: (at, count) =>
    `Consejo de un modelo, calculado a las ${timeOfDay(at)} con ${people(count)}. Decide usted.`,
  basis:
    'El tiempo cuenta desde que la gente echa a andar. Una cuarta parte se fija en las colas; el margen va desde que se guía a todos hasta que no se guía a nadie.',
  assumed: (names, count) =>
    `Ahora no se ve, así que se supone: ${names.join(', ')} (${people(count)}).`,
  allSeen: 'Ahora se ven todas las zonas.',
};
