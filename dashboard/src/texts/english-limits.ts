import { persons, share, significant, tenth, threshold } from './numbers.js';

/** What is said of limits, where they come from, and what raises an alert above its density. */
export const englishLimits = {
  from: {
    default: 'default for its kind',
    venue: 'rule of the venue',
    zone: 'set for this zone',
  },
  ofPhase: (phase: string, from: string) => `${phase}: ${from}`,
  /** "3, Way out": a limit with the phase that it is for. */
  limit: (value: number, phase: string | null) =>
    phase === null ? threshold(value) : `${threshold(value)}, ${phase}`,
  oneHigher: (why: string) => `one level higher: ${why}`,
  pressed: (why: string) => `emergency: ${why}`,
  and: ' and ',
  stopAndGo: (part: number) => `stop-and-go in ${share(part)} of the crowd`,
  counterflow: (index: number) => `counterflow, ${share(index / 2)} against the rest`,
  slowedOutflow: (passage: string, perMinute: number, capacity: number, queue: number) =>
    `${passage} lets ${persons(perMinute)}/min out of the ${persons(capacity)} it can, ${persons(queue)} wait`,
  compression: (value: number, speed: number) =>
    `crowd pressure ${significant(value)}/s² at ${tenth(speed)} m/s`,
} as const;
