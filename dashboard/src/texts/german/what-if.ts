import type { PageTexts } from '../english-pages.js';
import { density, NO_BREAK, percentage, persons } from '../numbers.js';
import { about, timeOfDay } from '../times.js';

const minutesOf = (minutes: number): string => `${minutes}${NO_BREAK}min`;

export const germanWhatIf: PageTexts['whatIf'] = {
  capacity: (count, rule) => `Sichere Kapazität ${persons(count)} (${rule})`,
  count: persons,
  noWayOut: 'Sichere Kapazität: kein Ausgang eingezeichnet',
  rule: {
    'standing-density': 'Platz zum Stehen begrenzt',
    'level-of-service-d': 'Platz zum Gehen begrenzt',
    'large-floor': 'Fläche je Person begrenzt',
    'entry-points': 'Einlassstellen begrenzen',
    'exit-time': 'Ausgänge begrenzen',
  },
  limits: {
    'standing-density': `Platz zum Stehen, 47 je 10${NO_BREAK}m²`,
    'level-of-service-d': 'Level of Service D',
    'large-floor': `Fläche von je 0,65${NO_BREAK}m²`,
    'entry-points': 'Einlassstellen, je 660 pro Stunde',
    'exit-time': 'Räumung in der Zeit',
  },
  approve: 'Ein Ausgangswert: Jede Zahl gibt Ihr Sicherheitsbeauftragter frei.',
  open: 'Was wäre, wenn …',
  heading: (zone) => `Was wäre, wenn: ${zone}`,
  close: 'Schließen',
  planName: (index) => `Plan ${'ABC'.charAt(index)}`,
  remove: (plan) => `${plan} entfernen`,
  add: 'Plan hinzufügen',
  evacuate: 'Räumen',
  evacuation: { none: 'niemanden', zone: 'diese Zone', venue: 'den ganzen Ort' },
  change: {
    none: 'wie jetzt',
    close: 'gesperrt',
    open: 'offen, wie geplant',
    '0.75': `${percentage(25)} langsamer`,
    '0.5': `${percentage(50)} langsamer`,
    '0.25': `${percentage(75)} langsamer`,
  },
  minutes: 'Vorausschau',
  minutesOf,
  run: 'Pläne durchrechnen',
  running: 'Wird gerechnet …',
  nothingToRun: 'Wählen Sie, was ein Plan ändert, und rechnen Sie ihn dann durch.',
  noAnswer: {
    'nothing-known': 'Es ist noch zu wenig bekannt: Erst muss die Prognose anlaufen.',
    busy: 'Gerade werden die Pläne von jemand anderem gerechnet. Versuchen Sie es gleich erneut.',
    'not-allowed': 'Ihre Rolle rechnet keine Pläne für den ganzen Ort.',
    'too-large': 'Das ist zu viel auf einmal: weniger Pläne oder weniger Minuten.',
    unreachable: 'Der Server hat nicht geantwortet. Versuchen Sie es erneut.',
  },
  doNothing: 'Nichts tun',
  compare: 'Die Pläne im Vergleich',
  row: {
    clear: 'Geräumt nach',
    left: 'Am Ende noch drinnen',
    trapped: 'Ohne Ausweg',
    heldOutside: 'Draußen gehalten',
    worst: 'Am dichtesten',
    over: 'Über der Warnschwelle',
  },
  clear: (seconds) => about(seconds),
  between: (earliest, latest) =>
    latest === null
      ? `bestenfalls ${about(earliest)}, schlimmstenfalls nicht rechtzeitig`
      : `${about(earliest)} bis ${about(latest)}`,
  notClear: (minutes) => `nicht innerhalb von ${minutesOf(minutes)}`,
  worst: (value, zone, seconds) =>
    `${density(value)}/m² in ${zone} ${seconds === 0 ? 'jetzt' : `nach ${about(seconds)}`}`,
  trapped: (count, zones) => `${persons(count)} in ${zones.join(', ')}`,
  none: 'keine',
  chart: (zone) => `Dichte in ${zone}, Personen/m², in Minuten ab jetzt`,
  chartSummary: (plan, from, to, most) =>
    `${plan}: von ${density(from)} auf ${density(to)}, höchstens ${density(most)}`,
  advice: (at, count) =>
    `Rat eines Modells, berechnet um ${timeOfDay(at)} aus ${persons(count)} Personen. Sie entscheiden.`,
  basis:
    'Gezählt wird ab dem Moment, in dem die Leute losgehen. Ein Viertel von ihnen achtet auf die Warteschlangen; die Spanne reicht von allen geführt bis niemand geführt.',
  assumed: (names, count) =>
    `Derzeit nicht einsehbar, daher angenommen: ${names.join(', ')} (${persons(count)} Personen).`,
  allSeen: 'Alle Zonen sind derzeit einsehbar.',
};
