import type { Texts } from '../english.js';
import { NO_BREAK, persons, share, significant, tenth, threshold } from '../numbers.js';

export const germanLimits: Texts['limits'] = {
  from: {
    default: 'Vorgabe für die Art der Zone',
    venue: 'Regel des Veranstaltungsorts',
    zone: 'für diese Zone gesetzt',
  },
  ofPhase: (phase, from) => `${phase}: ${from}`,
  limit: (value, phase) => (phase === null ? threshold(value) : `${threshold(value)}, ${phase}`),
  oneHigher: (why) => `eine Stufe höher: ${why}`,
  pressed: (why) => `Notfall: ${why}`,
  and: ' und ',
  stopAndGo: (part) => `Stop-and-go in ${share(part)} der Menge`,
  counterflow: (index) => `Gegenstrom, ${share(index / 2)} gegen den Rest`,
  slowedOutflow: (passage, perMinute, capacity, queue) =>
    `${passage} lässt ${persons(perMinute)}/min von möglichen ${persons(capacity)} hinaus, ${persons(queue)} warten`,
  compression: (value, speed) =>
    `Crowd Pressure ${significant(value)}/s² bei ${tenth(speed)}${NO_BREAK}m/s`,
};
