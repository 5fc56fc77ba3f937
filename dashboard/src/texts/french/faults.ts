import type { PageTexts } from '../english-pages.js';
import { formats } from '../locale.js';
import { NO_BREAK, tenth } from '../numbers.js';
import { fr } from './typography.js';

const list = (names: readonly string[]): string => names.join(', ');
const number = (value: number): string => formats.limit.format(value);
const squareMetres = (value: number): string => `${tenth(value)}${NO_BREAK}m²`;

export const frenchFaults: PageTexts['editor']['fault'] = {
  'unknown-fields': (names) => fr`contient de l’inconnu : ${list(names)}`,
  'missing-fields': (names) => fr`est incomplet : il manque ${list(names)}`,
  'must-be': (wanted) => fr`doit être « ${wanted} »`,
  'wrong-type': {
    number: 'doit être un nombre',
    integer: 'doit être un nombre entier',
    string: 'doit être un texte',
    boolean: 'doit être oui ou non',
    array: 'doit être une liste',
    object: 'doit être un groupe de champs',
    null: 'doit être vide',
  },
  'too-small': (least) => `doit valoir au moins ${number(least)}`,
  'not-above': (bound) => `doit dépasser ${number(bound)}`,
  'too-large': (most) => `doit valoir au plus ${number(most)}`,
  'too-short': (least) => fr`est trop court : nombre de signes au moins ${number(least)}`,
  'too-long': (most) => fr`est trop long : nombre de signes au plus ${number(most)}`,
  'too-few': (least) => `doit en avoir au moins ${number(least)}`,
  'too-many': (most) => `peut en avoir au plus ${number(most)}`,
  'repeated-entries': 'nomme deux fois la même chose',
  'no-identifier':
    'peut contenir des minuscules de a à z, des chiffres et des tirets à l’intérieur, 48 au plus',
  'no-timestamp': fr`n’est pas un moment ; indiquez le jour et l’heure`,
  'does-not-fit': 'a une forme qui ne convient pas ici',
  'repeated-id': (id) => fr`« ${id} » est employé deux fois ; chaque identifiant doit être unique`,
  'reserved-name': (name) => fr`« ${name} » est réservé ; choisissez un autre nom`,
  'no-zone': (id) => fr`il n’y a pas de zone « ${id} » ; choisissez-en une autre`,
  'no-phase': (id) =>
    fr`aucun déroulé n’a de phase « ${id} » ; nommez-en une qui existe, ou retirez-la`,
  'no-plan': (id) => fr`il n’y a pas de déroulé « ${id} » ; choisissez-en un autre`,
  'no-channel': (id) => fr`il n’y a pas de canal « ${id} » ; choisissez-en un autre`,
  'too-few-vertices': fr`a moins de trois coins différents ; ajoutez-en`,
  'self-intersecting': fr`se croise elle-même ; placez les coins dans l’ordre autour de la surface, chacun une fois`,
  'zero-area': fr`tient sur une seule droite ; ajoutez un coin à côté`,
  'not-finite': 'a un coin sans nombre',
  'small-zone': (floor, least) =>
    fr`mesure ${squareMetres(floor)} et pourrait isoler une personne ; dessinez au moins ${squareMetres(least)}`,
  overlap: (other, floor) =>
    fr`chevauche ${other} sur ${squareMetres(floor)} ; on y compterait deux fois les mêmes personnes`,
  'bands-fall': 'doit croître de la surveillance à l’urgence',
  'same-place': fr`mène d’un lieu à lui-même ; nommez-en deux différents`,
  'no-line': fr`a ses deux bouts au même point ; tracez une ligne en travers`,
  'first-phase': fr`doit être 0 : la première phase commence à l’ouverture des portes`,
  'phase-order': (before, minute) => fr`doit venir après « ${before} » (minute ${number(minute)})`,
  'end-order': (before, minute) =>
    fr`doit venir après la dernière phase, « ${before} » (minute ${number(minute)})`,
  'event-overlap': (before) =>
    fr`commence avant la fin de « ${before} » ; un site n’accueille qu’un événement à la fois`,
  'other-venue': (id) =>
    fr`doit rester « ${id} » : boîtiers, enregistrements et connexions s’y réfèrent`,
  'no-picture': fr`n’est pas conservée sur le serveur ; choisissez l’image à nouveau`,
  'hides-danger': (zone, count) =>
    fr`laisserait ${zone} hors des rapports alors que son seuil de surveillance est dépassé : ${number(count)} personnes y suffisent. Agrandissez la zone, ou baissez le réglage`,
  'roles-of-push': fr`seul le push connaît les rôles ; retirez-les`,
};
