import type { Texts } from '../english.js';
import { persons } from '../numbers.js';
import { fr } from './typography.js';

export const frenchBottleneck: Texts['bottleneck'] = {
  mark: 'GOULOT',
  legend: 'goulot',
  legendQueue: 'file en amont',
  waiting: (count) => `${persons(count)} en amont`,
  here: (count) => `Goulot, ${persons(count)} en amont`,
  queueBefore: (names) => fr`File en amont de : ${names.join(', ')}`,
  spoken: (name, zones) =>
    fr`Goulot : ${name}.${zones.length === 0 ? '' : fr` File d’attente dans : ${zones.join(', ')}.`}`,
};
