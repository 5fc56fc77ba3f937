import type { Texts } from '../english.js';
import { density, persons, share } from '../numbers.js';
import { about, duration } from '../times.js';

export const germanForecast: Texts['reason']['forecast'] = {
  passes: (limit, seconds, span) =>
    seconds === null
      ? `Überschreitet ${limit} Personen/m² womöglich in wenigen Minuten`
      : seconds < 5
        ? `Überschreitet jetzt ${limit} Personen/m²`
        : `Überschreitet ${limit} Personen/m² in etwa ${about(seconds)}${span}`,
  span: (earliest, latest) =>
    latest === null
      ? ` (${about(earliest)} oder später)`
      : about(earliest) === about(latest)
        ? ''
        : ` (${about(earliest)} bis ${about(latest)})`,
  sure: (probability) => `${share(probability)} sicher`,
  now: (value) => `jetzt ${density(value)}`,
  notForeseen: (why) => `Derzeit keine Prognose: ${why}`,
  clears: (probability, seconds) => `endet nach ${duration(seconds)} unter ${share(probability)}`,
  was: (limit, probability) =>
    `Überschreitung von ${limit} Personen/m² war erwartet, ${share(probability)} sicher`,
  flow: (passage, perMinute) =>
    `${passage} ${persons(Math.abs(perMinute))}/min ${perMinute < 0 ? 'hinaus' : 'hinein'}`,
  atCapacity: (part) => ` bei ${share(part)} der geplanten Kapazität`,
};
