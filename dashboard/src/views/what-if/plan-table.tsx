import type { PlanOutcome, VenueDefinition, WhatIfAnswer } from '@throng/contract';
import type { ReactNode } from 'react';
import { pageTexts } from '../../texts/pages.js';
import { clearText, overText, trappedText, worstText } from '../../texts/what-if-text.js';
import { planMark } from './plan-mark.js';

/** What comes of each plan, a column each, doing nothing first. */
export const PlanTable = ({
  answer: { plans, untilMinutes },
  venue,
}: {
  readonly answer: WhatIfAnswer;
  readonly venue: VenueDefinition;
}) => {
  const words = pageTexts('whatIf');
  const rows: readonly (readonly [string, (plan: PlanOutcome) => ReactNode])[] = [
    [words.row.clear, ({ clear }) => <Clear {...clearText(clear, untilMinutes)} />],
    [words.row.left, ({ left }) => words.count(left)],
    ...(plans.some(({ trapped }) => trapped > 0)
      ? [
          [
            words.row.trapped,
            (plan: PlanOutcome) => (
              <span className={plan.trapped > 0 ? 'trapped' : ''}>{trappedText(plan, venue)}</span>
            ),
          ] as const,
        ]
      : []),
    ...(plans.some(({ heldOutside }) => heldOutside > 0)
      ? [
          [
            words.row.heldOutside,
            ({ heldOutside }: PlanOutcome) => words.count(heldOutside),
          ] as const,
        ]
      : []),
    [words.row.worst, (plan) => worstText(plan, venue)],
    [words.row.over, (plan) => overText(plan, venue)],
  ];
  return (
    <div className="plan-table">
      <table>
        <caption className="hidden">{words.compare}</caption>
        <thead>
          <tr>
            <td />
            {plans.map(({ name }, index) => (
              <th key={name} scope="col">
                <svg viewBox="0 0 24 6" aria-hidden="true" className={`plan-line plan-${index}`}>
                  <path d="M0 3H24" strokeDasharray={planMark(index).join(' ')} />
                </svg>
                {name ?? words.doNothing}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([heading, cell]) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              {plans.map((plan) => (
                <td key={plan.name}>{cell(plan)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Clear = ({ expected, range }: ReturnType<typeof clearText>) => (
  <>
    <strong>{expected}</strong>
    {range === null ? null : <span className="note range">{range}</span>}
  </>
);
