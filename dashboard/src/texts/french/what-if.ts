import type { PageTexts } from '../english-pages.js';
import { density, NO_BREAK, percentage, persons } from '../numbers.js';
import { about, timeOfDay } from '../times.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const minutesOf = (minutes: number): string => `${minutes}${NO_BREAK}min`;

export const frenchWhatIf: PageTexts['whatIf'] = {
  capacity: (count, rule) => `Capacité sûre ${persons(count)} (${rule})`,
  count: persons,
  noWayOut: fr`Capacité sûre : aucune sortie n’est dessinée`,
  rule: {
    'standing-density': 'limitée par la place debout',
    'level-of-service-d': 'limitée par l’aisance de marche',
    'large-floor': 'limitée par la surface par personne',
    'entry-points': 'limitée par les points d’entrée',
    'exit-time': 'limitée par les sorties',
  },
  limits: {
    'standing-density': `Place debout, 47 pour 10${NO_BREAK}m²`,
    'level-of-service-d': 'Niveau de service D',
    'large-floor': `Surface de 0,65${NO_BREAK}m² chacun`,
    'entry-points': 'Points d’entrée, 660 par heure chacun',
    'exit-time': 'Évacuation à temps',
  },
  approve: fr`Un point de départ : votre responsable de la sécurité valide chaque chiffre.`,
  open: 'Et si…',
  heading: (zone) => fr`Et si : ${zone}`,
  close: 'Fermer',
  planName: (index) => `Plan ${'ABC'.charAt(index)}`,
  remove: (plan) => fr`Retirer : ${plan}`,
  add: 'Ajouter un plan',
  evacuate: 'Évacuer',
  evacuation: { none: 'personne', zone: 'cette zone', venue: 'tout le site' },
  change: {
    none: 'inchangé',
    close: 'fermé',
    open: 'ouvert, comme prévu',
    '0.75': `${percentage(25)} plus lent`,
    '0.5': `${percentage(50)} plus lent`,
    '0.25': `${percentage(75)} plus lent`,
  },
  minutes: 'Horizon',
  minutesOf,
  run: 'Calculer les plans',
  running: 'Calcul…',
  nothingToRun: 'Choisissez ce qu’un plan change, puis calculez-le.',
  noAnswer: {
    'nothing-known': fr`Trop peu est connu : la prévision doit d’abord démarrer.`,
    busy: 'Les plans de quelqu’un d’autre sont en cours de calcul. Réessayez dans un instant.',
    'not-allowed': 'Votre rôle ne calcule pas de plans pour tout le site.',
    'too-large': fr`C’est trop à la fois : moins de plans, ou moins de minutes.`,
    unreachable: 'Le serveur n’a pas répondu. Réessayez.',
  },
  doNothing: 'Ne rien faire',
  compare: 'Les plans côte à côte',
  row: {
    clear: 'Évacué après',
    left: 'Encore dedans à la fin',
    trapped: 'Sans issue',
    heldOutside: 'Retenus dehors',
    worst: 'Le plus dense',
    over: 'Au-dessus du seuil d’avertissement',
  },
  clear: (seconds) => about(seconds),
  between: (earliest, latest) =>
    latest === null
      ? `au mieux ${about(earliest)}, au pire pas à temps`
      : `de ${about(earliest)} à ${about(latest)}`,
  notClear: (minutes) => `pas en ${minutesOf(minutes)}`,
  worst: (value, zone, seconds) =>
    `${density(value)}/m² dans ${zone}, ${seconds === 0 ? 'maintenant' : `après ${about(seconds)}`}`,
  trapped: (count, zones) => `${persons(count)} dans ${zones.join(', ')}`,
  none: 'aucun',
  chart: (zone) => fr`Densité, ${zone}, pers./m², en minutes à partir de maintenant`,
  chartSummary: (plan, from, to, most) =>
    fr`${plan} : de ${density(from)} à ${density(to)}, au plus ${density(most)}`,
  advice: (at, count) =>
    `Avis d’un modèle, calculé à ${timeOfDay(at)} pour ${persons(count)} ${plural(count, 'personne', 'personnes')}. C’est vous qui décidez.`,
  basis: fr`Le temps court à partir du moment où les gens se mettent en marche. Un quart d’entre eux tient compte des files ; la fourchette va de tous guidés à aucun.`,
  assumed: (names, count) =>
    fr`Non observé actuellement, donc supposé : ${names.join(', ')} (${persons(count)} ${plural(count, 'personne', 'personnes')}).`,
  allSeen: 'Toutes les zones sont observées actuellement.',
};
