import type { Texts } from '../english.js';
import { persons } from '../numbers.js';

export const germanBottleneck: Texts['bottleneck'] = {
  mark: 'ENGSTELLE',
  legend: 'Engstelle',
  legendQueue: 'Stau davor',
  waiting: (count) => `${persons(count)} davor`,
  here: (count) => `Engstelle, ${persons(count)} davor`,
  queueBefore: (names) => `Stau vor ${names.join(', ')}`,
  spoken: (name, zones) =>
    `Engstelle: ${name}.${zones.length === 0 ? '' : ` Es staut sich in ${zones.join(', ')}.`}`,
};
