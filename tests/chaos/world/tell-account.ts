import type { Account } from './measured.js';

const number = (value: number): string => value.toLocaleString('en-US');

/** What became of the windows, in a sentence. */
export const tellAccount = ({ cutOff, doubled, lost, measured, stored }: Account): string => {
  const cut =
    cutOff === 0
      ? ''
      : `; ${number(cutOff)} measured in the 50 ms before their box died never reached its disk`;
  return `Of ${number(measured)} windows ${number(stored)} are stored: ${number(lost)} lost, ${number(doubled)} doubled${cut}.`;
};
