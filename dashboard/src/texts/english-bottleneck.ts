import { persons } from './numbers.js';

/** What is said where a way is narrowest, beside the map and in its tables. */
export const englishBottleneck = {
  mark: 'BOTTLENECK',
  legend: 'bottleneck',
  legendQueue: 'queue before it',
  waiting: (count: number) => `${persons(count)} before it`,
  here: (count: number) => `Bottleneck, ${persons(count)} before it`,
  queueBefore: (names: readonly string[]) => `Queue before ${names.join(', ')}`,
  spoken: (name: string, zones: readonly string[]) =>
    `Bottleneck: ${name}.${zones.length === 0 ? '' : ` People wait in ${zones.join(', ')}.`}`,
} as const;
