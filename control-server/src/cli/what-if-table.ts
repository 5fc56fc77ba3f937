import type { PlanOutcome, TimeToClear, WhatIfAnswer } from '@throng/contract';
import colours from 'picocolors';

const COLUMNS = { clear: 24, left: 9, trapped: 9, outside: 10 } as const;

/** Plans side by side, a row each, for people. */
export const whatIfTable = ({
  assumed,
  at,
  persons,
  plans,
  untilMinutes,
}: WhatIfAnswer): string[] => {
  const width = Math.max(...plans.map((plan) => nameOf(plan).length)) + 2;
  const head = [
    'plan'.padEnd(width),
    'clear after'.padEnd(COLUMNS.clear),
    'left'.padStart(COLUMNS.left),
    'trapped'.padStart(COLUMNS.trapped),
    'held out'.padStart(COLUMNS.outside),
    '  densest',
  ];
  return [
    `${persons} ${persons === 1 ? 'person' : 'persons'} at ${at.slice(0, 19).replace('T', ' ')} UTC, run for ${untilMinutes} min`,
    colours.dim(`  ${head.join('')}`),
    ...plans.map((plan) => `  ${nameOf(plan).padEnd(width)}${row(plan)}`),
    ...(assumed.length === 0
      ? []
      : [
          '',
          `Not seen now, so assumed: ${assumed.map(({ persons: count, zone }) => `${zone} ${count}`).join(', ')}`,
        ]),
    '',
    'Advice from a model, not an order: walking begins at once, and people know the ways.',
  ];
};

const nameOf = ({ name }: PlanOutcome): string => name ?? '(nothing is done)';

const row = ({ clear, heldOutside, left, trapped, worst, zones }: PlanOutcome): string => {
  const over = zones.filter(({ warningSeconds }) => warningSeconds !== null);
  const limits =
    over.length === 0 ? '' : `; over the warning limit: ${over.map(({ zone }) => zone).join(', ')}`;
  return [
    clearWords(clear).padEnd(COLUMNS.clear),
    String(left).padStart(COLUMNS.left),
    String(trapped).padStart(COLUMNS.trapped),
    String(heldOutside).padStart(COLUMNS.outside),
    `  ${worst.zone} ${worst.density.toFixed(2)}/m² after ${minutes(worst.seconds)}${limits}`,
  ].join('');
};

const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`;

const clearWords = ({ earliest, expected, latest }: TimeToClear): string => {
  if (expected === null) return 'not in this time';
  const ends = [earliest, latest].map((each) => (each === null ? '…' : (each / 60).toFixed(1)));
  return `${minutes(expected)} (${ends.join('–')})`;
};
