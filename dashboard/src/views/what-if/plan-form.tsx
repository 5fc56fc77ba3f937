import type { PassageDefinition } from '@throng/contract';
import {
  EVACUATIONS,
  isChange,
  isEvacuation,
  PASSAGE_CHANGES,
  type PlanDraft,
} from '../../state/what-if-draft.js';
import { pageTexts } from '../../texts/pages.js';

export interface PlanFormProps {
  readonly name: string;
  readonly draft: PlanDraft;
  readonly passages: readonly PassageDefinition[];
  readonly onChange: (draft: PlanDraft) => void;
  /** Undefined where it is the only one. */
  readonly onRemove: (() => void) | undefined;
}

/** What one plan changes: who is evacuated, and each passage of the zone. */
export const PlanForm = ({ draft, name, onChange, onRemove, passages }: PlanFormProps) => {
  const words = pageTexts('whatIf');
  return (
    <fieldset className="plan-form">
      <legend>{name}</legend>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="icon-button"
          aria-label={words.remove(name)}
          onClick={onRemove}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" />
          </svg>
        </button>
      )}
      <label>
        <span>{words.evacuate}</span>
        <select
          value={draft.evacuation}
          onChange={({ target: { value } }) => {
            if (isEvacuation(value)) onChange({ ...draft, evacuation: value });
          }}
        >
          {EVACUATIONS.map((each) => (
            <option key={each} value={each}>
              {words.evacuation[each]}
            </option>
          ))}
        </select>
      </label>
      {passages.map(({ id, name: passage }) => (
        <label key={id}>
          <span>{passage}</span>
          <select
            value={draft.changes[id] ?? 'none'}
            onChange={({ target: { value } }) => {
              if (isChange(value)) {
                onChange({ ...draft, changes: { ...draft.changes, [id]: value } });
              }
            }}
          >
            {PASSAGE_CHANGES.map((each) => (
              <option key={each} value={each}>
                {words.change[each]}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
};
