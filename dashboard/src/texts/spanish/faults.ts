import type { PageTexts } from '../english-pages.js';
import { formats } from '../locale.js';
import { NO_BREAK, tenth } from '../numbers.js';

const list = (names: readonly string[]): string => names.join(', ');
const number = (value: number): string => formats.limit.format(value);
const squareMetres = (value: number): string => `${tenth(value)}${NO_BREAK}m²`;

export const spanishFaults: PageTexts['editor']['fault'] = {
  'unknown-fields': (names) => `contiene algo desconocido: ${list(names)}`,
  'missing-fields': (names) => `está incompleto: falta ${list(names)}`,
  'must-be': (wanted) => `debe ser «${wanted}»`,
  'wrong-type': {
    number: 'debe ser un número',
    integer: 'debe ser un número entero',
    string: 'debe ser un texto',
    boolean: 'debe ser sí o no',
    array: 'debe ser una lista',
    object: 'debe ser un grupo de campos',
    null: 'debe quedar vacío',
  },
  'too-small': (least) => `debe ser al menos ${number(least)}`,
  'not-above': (bound) => `debe ser mayor que ${number(bound)}`,
  'too-large': (most) => `debe ser como mucho ${number(most)}`,
  'too-short': (least) => `es demasiado corto: número de signos al menos ${number(least)}`,
  'too-long': (most) => `es demasiado largo: número de signos como mucho ${number(most)}`,
  'too-few': (least) => `necesita al menos ${number(least)}`,
  'too-many': (most) => `puede tener como mucho ${number(most)}`,
  'repeated-entries': 'nombra algo dos veces',
  'no-identifier':
    'puede tener minúsculas de la a a la z, cifras y guiones en medio, 48 como mucho',
  'no-timestamp': 'no es un momento; indique día y hora',
  'does-not-fit': 'tiene una forma que no encaja aquí',
  'repeated-id': (id) => `«${id}» se usa dos veces; los identificadores deben ser distintos`,
  'reserved-name': (name) => `«${name}» está reservado; elija otro nombre`,
  'no-zone': (id) => `no hay ninguna zona «${id}»; elija otra`,
  'no-phase': (id) => `ningún desarrollo tiene una fase «${id}»; nombre una que exista, o quítela`,
  'no-plan': (id) => `no hay ningún desarrollo «${id}»; elija otro`,
  'no-channel': (id) => `no hay ningún canal «${id}»; elija otro`,
  'too-few-vertices': 'tiene menos de tres vértices distintos; añada alguno',
  'self-intersecting':
    'se cruza consigo misma; ponga los vértices en orden alrededor de la superficie, cada uno una vez',
  'zero-area': 'está en una sola recta; añada un vértice al lado',
  'not-finite': 'tiene un vértice sin número',
  'small-zone': (floor, least) =>
    `mide ${squareMetres(floor)} y podría señalar a una sola persona; dibuje al menos ${squareMetres(least)}`,
  overlap: (other, floor) =>
    `se solapa con ${other} en ${squareMetres(floor)}; allí se contaría a la gente dos veces`,
  'bands-fall': 'debe subir de vigilancia a emergencia',
  'same-place': 'lleva de un lugar a sí mismo; nombre dos distintos',
  'no-line': 'tiene los dos extremos en el mismo punto; trace una línea de lado a lado',
  'first-phase': 'debe ser 0: la primera fase empieza al abrir las puertas',
  'phase-order': (before, minute) => `debe venir después de «${before}» (minuto ${number(minute)})`,
  'end-order': (before, minute) =>
    `debe venir después de la última fase, «${before}» (minuto ${number(minute)})`,
  'event-overlap': (before) =>
    `empieza antes de que termine «${before}»; un recinto acoge un solo evento a la vez`,
  'other-venue': (id) =>
    `debe seguir siendo «${id}»: las cajas, los registros y los accesos dependen de él`,
  'no-picture': 'no está guardada en el servidor; elija la imagen de nuevo',
  'hides-danger': (zone, count) =>
    `dejaría ${zone} fuera de los informes aunque su límite de vigilancia se supere: bastan ${number(count)} personas. Dibuje la zona más grande, o baje el ajuste`,
  'roles-of-push': 'solo el push conoce roles; quítelos',
};
