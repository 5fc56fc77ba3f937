import { formats } from './locale.js';

/** Stands between a number and its unit: they stay on one line. */
export const NO_BREAK = '\u00a0';

/** A count of persons: whole, for nobody is a tenth. */
export const persons = (value: number): string => formats.whole.format(value);

/** A measured density in persons/m²: one decimal, which is all that the measurement carries. */
export const density = (value: number): string => formats.tenths.format(value);

/** A threshold in persons/m², as it was set: up to two decimals, none added. */
export const threshold = (value: number): string => formats.limit.format(value);

/** A share of 0…1 as whole per cent. Something seen is never 0 %, something unseen never 100 %. */
export const share = (value: number): string => {
  const percent = Math.round(value * 100);
  const told = percent === 0 && value > 0 ? 1 : percent === 100 && value < 1 ? 99 : percent;
  return percentage(told);
};

/** Per cent, as written in the language: 60 %. */
export const percentage = (percent: number): string =>
  `${formats.whole.format(percent)}${formats.beforePercent}%`;

/** A change of density in persons/m² per minute, without its sign. */
export const rate = (value: number): string => formats.tenths.format(Math.abs(value));

/** A factor of correction: two decimals. */
export const factor = (value: number): string => formats.factor.format(value);

/** A quantity whose size is not known beforehand: two significant digits. */
export const significant = (value: number): string => formats.significant.format(value);

/** A measured quantity with one decimal: frames/s, megabytes, seconds. */
export const tenth = (value: number): string => formats.tenths.format(value);
