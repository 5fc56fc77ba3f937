import type { Texts } from '../english.js';
import { NO_BREAK, persons, share, significant, tenth, threshold } from '../numbers.js';

export const spanishLimits: Texts['limits'] = {
  from: {
    default: 'valor por defecto de su tipo',
    venue: 'norma del recinto',
    zone: 'fijado para esta zona',
  },
  ofPhase: (phase, from) => `${phase}: ${from}`,
  limit: (value, phase) => (phase === null ? threshold(value) : `${threshold(value)}, ${phase}`),
  oneHigher: (why) => `un nivel más: ${why}`,
  pressed: (why) => `emergencia: ${why}`,
  and: ' y ',
  stopAndGo: (part) => `avance a tirones en el ${share(part)} de la multitud`,
  counterflow: (index) => `contraflujo, el ${share(index / 2)} contra el resto`,
  slowedOutflow: (passage, perMinute, capacity, queue) =>
    `${passage} deja salir ${persons(perMinute)}/min de ${persons(capacity)} posibles, ${queue === 1 ? 'espera 1' : `esperan ${persons(queue)}`}`,
  compression: (value, speed) =>
    `presión de multitud ${significant(value)}/s² a ${tenth(speed)}${NO_BREAK}m/s`,
};
