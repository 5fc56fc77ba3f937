import { density, persons, share } from './numbers.js';
import { about, duration } from './times.js';

/** What is said of a zone that will pass its limit. */
export const englishForecast = {
  passes: (limit: string, seconds: number | null, span: string) =>
    seconds === null
      ? `May pass ${limit} persons/m² within minutes`
      : seconds < 5
        ? `Passing ${limit} persons/m² now`
        : `Will pass ${limit} persons/m² in about ${about(seconds)}${span}`,
  span: (earliest: number, latest: number | null) =>
    latest === null
      ? ` (${about(earliest)} or later)`
      : about(earliest) === about(latest)
        ? ''
        : ` (${about(earliest)} to ${about(latest)})`,
  sure: (probability: number) => `${share(probability)} sure`,
  now: (value: number) => `now ${density(value)}`,
  notForeseen: (why: string) => `Not foreseen now: ${why}`,
  clears: (probability: number, seconds: number) =>
    `clears below ${share(probability)} for ${duration(seconds)}`,
  was: (limit: string, probability: number) =>
    `Was expected to pass ${limit} persons/m², ${share(probability)} sure`,
  flow: (passage: string, perMinute: number) =>
    `${passage} ${persons(Math.abs(perMinute))}/min ${perMinute < 0 ? 'out' : 'in'}`,
  atCapacity: (part: number) => ` at ${share(part)} of planned capacity`,
} as const;
