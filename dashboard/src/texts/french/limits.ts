import type { Texts } from '../english.js';
import { NO_BREAK, persons, share, significant, tenth, threshold } from '../numbers.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

export const frenchLimits: Texts['limits'] = {
  from: {
    default: 'valeur par défaut de ce type de zone',
    venue: 'règle du site',
    zone: 'fixé pour cette zone',
  },
  ofPhase: (phase, from) => fr`${phase} : ${from}`,
  limit: (value, phase) => (phase === null ? threshold(value) : `${threshold(value)}, ${phase}`),
  oneHigher: (why) => fr`un niveau plus haut : ${why}`,
  pressed: (why) => fr`urgence : ${why}`,
  and: ' et ',
  stopAndGo: (part) => `marche en accordéon dans ${share(part)} de la foule`,
  counterflow: (index) => `contre-courant, ${share(index / 2)} contre le reste`,
  slowedOutflow: (passage, perMinute, capacity, queue) =>
    `${passage} laisse sortir ${persons(perMinute)}/min sur ${persons(capacity)} possibles, ${persons(queue)} ${plural(queue, 'attend', 'attendent')}`,
  compression: (value, speed) =>
    `pression de foule ${significant(value)}/s² à ${tenth(speed)}${NO_BREAK}m/s`,
};
