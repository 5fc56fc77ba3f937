import type { WhatIfAnswer } from '@throng/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { askWhatIf, type NoAnswer } from '../../adapters/advice.js';
import {
  emptyDraft,
  firstDraft,
  MINUTES,
  mayAddPlan,
  type PlanDraft,
  passagesOf,
  planOf,
} from '../../state/what-if-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { adviceTexts } from '../../texts/what-if-text.js';
import { PlanChart } from './plan-chart.js';
import { PlanForm } from './plan-form.js';
import { PlanTable } from './plan-table.js';
import type { ZoneAdviceProps } from './zone-advice-props.js';

type Outcome = WhatIfAnswer | NoAnswer | 'running' | null;

/** Puts plans together, has them run, and shows them side by side beside doing nothing. */
export const WhatIfDialog = ({
  first = firstDraft,
  onClose,
  scheme,
  venue,
  zone,
}: ZoneAdviceProps & {
  /** What the first plan begins with. */
  readonly first?: PlanDraft;
  readonly onClose: () => void;
}) => {
  const words = pageTexts('whatIf');
  const dialog = useRef<HTMLDialogElement>(null);
  const request = useRef(new AbortController());
  const results = useRef<HTMLDivElement>(null);
  const [drafts, setDrafts] = useState<readonly PlanDraft[]>([first]);
  const [minutes, setMinutes] = useState<number>(MINUTES[1]);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const passages = useMemo(() => passagesOf(venue, zone.id, first), [venue, zone.id, first]);
  useEffect(() => {
    dialog.current?.showModal();
    return () => request.current.abort();
  }, []);
  useEffect(() => {
    if (typeof outcome === 'object' && outcome !== null) {
      results.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [outcome]);
  const plans = drafts.flatMap(
    (draft, index) => planOf(draft, zone.id, words.planName(index)) ?? [],
  );
  const run = async () => {
    request.current.abort();
    request.current = new AbortController();
    const { signal } = request.current;
    setOutcome('running');
    const asked = { plans, untilMinutes: minutes, zones: [zone.id] };
    const answer = await askWhatIf(asked, signal);
    if (!signal.aborted) setOutcome(answer.ok ? answer.value : answer.code);
  };
  return (
    <dialog
      ref={dialog}
      className="what-if"
      aria-labelledby="what-if-heading"
      onClose={onClose}
      // Escape closes this, not the zone behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="what-if-heading">{words.heading(zone.name)}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" />
          </svg>
        </button>
      </header>
      <div className="plan-forms">
        {drafts.map((draft, index) => (
          <PlanForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan is its place: A, B or C
            key={index}
            name={words.planName(index)}
            draft={draft}
            passages={passages}
            onChange={(changed) => setDrafts(drafts.with(index, changed))}
            onRemove={drafts.length === 1 ? undefined : () => setDrafts(drafts.toSpliced(index, 1))}
          />
        ))}
      </div>
      <div className="what-if-actions">
        {mayAddPlan(drafts) ? (
          <button
            type="button"
            className="plain-button"
            onClick={() => setDrafts([...drafts, emptyDraft])}
          >
            {words.add}
          </button>
        ) : null}
        <label>
          <span>{words.minutes}</span>
          <select value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
            {MINUTES.map((each) => (
              <option key={each} value={each}>
                {words.minutesOf(each)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="plain-button is-main"
          disabled={plans.length === 0 || outcome === 'running'}
          onClick={() => void run()}
        >
          {outcome === 'running' ? words.running : words.run}
        </button>
      </div>
      <div role="status">{statusText(outcome, plans.length)}</div>
      {outcome === null || typeof outcome === 'string' ? null : (
        <div ref={results} className="what-if-results">
          <PlanTable answer={outcome} venue={venue} />
          <h3>{words.chart(zone.name)}</h3>
          <PlanChart answer={outcome} zone={zone.id} scheme={scheme} />
          {adviceTexts(outcome, venue).map((text) => (
            <p key={text} className="note">
              {text}
            </p>
          ))}
        </div>
      )}
    </dialog>
  );
};

/** What a screen reader hears of how it stands; a table speaks for itself. */
const statusText = (outcome: Outcome, plans: number): string => {
  const words = pageTexts('whatIf');
  if (outcome === 'running') return words.running;
  if (typeof outcome === 'string') return words.noAnswer[outcome];
  return outcome === null && plans === 0 ? words.nothingToRun : '';
};
