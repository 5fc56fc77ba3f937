import type { Texts } from '../english.js';
import { persons } from '../numbers.js';

export const spanishBottleneck: Texts['bottleneck'] = {
  mark: 'CUELLO DE BOTELLA',
  legend: 'cuello de botella',
  legendQueue: 'cola delante',
  waiting: (count) => `${persons(count)} delante`,
  here: (count) => `Cuello de botella, ${persons(count)} delante`,
  queueBefore: (names) => `Cola delante de ${names.join(', ')}`,
  spoken: (name, zones) =>
    `Cuello de botella: ${name}.${zones.length === 0 ? '' : ` Se espera en ${zones.join(', ')}.`}`,
};
