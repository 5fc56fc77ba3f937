import { useState } from 'react';
import { placedInVersion } from '../../state/editor/fault-place.js';
import { diffOf, isEmptyDiff } from '../../state/editor/version-diff.js';
import { pageTexts } from '../../texts/pages.js';
import { DiffList } from './diff-list.js';
import { useEditor } from './editor-context.js';
import { FaultLines } from './fault-lines.js';
import type { VersionDesk } from './use-versions.js';

const words = pageTexts('editor');

/** Saves the drawing under a new number, with a word on why. */
export const SaveForm = ({ desk }: { readonly desk: VersionDesk }) => {
  const { checks, draft, state } = useEditor();
  const [note, setNote] = useState('');
  const diff = diffOf(state.base, draft);
  const isUnchanged = state.basedOn !== 0 && isEmptyDiff(diff);
  const { isBusy, refusal } = desk;
  const faults = checks.faults.length;
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        void desk.save(note.trim()).then((isSaved) => {
          if (isSaved) setNote('');
        });
      }}
    >
      <h3>{words.versions.saveHeading}</h3>
      <label className="edit-field">
        <span>{words.versions.note}</span>
        <input
          type="text"
          value={note}
          maxLength={200}
          required
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <button
        type="submit"
        className="button is-main"
        disabled={isBusy || isUnchanged || faults > 0}
      >
        {isBusy ? words.versions.saving : words.versions.save}
      </button>
      {faults > 0 ? <p className="wrong-word">{words.versions.mend(faults)}</p> : null}
      {isUnchanged ? <p className="note">{words.versions.unchanged}</p> : null}
      <div role="status">
        {desk.told === null ? null : <p>{desk.told}</p>}
        {refusal === null ? null : (
          <>
            <p className="wrong-word">{words.versions.notSaved[refusal.code]}</p>
            <FaultLines faults={refusal.faults.map(placedInVersion)} isNamed />
          </>
        )}
      </div>
      {isUnchanged ? null : (
        <details>
          <summary>{words.versions.changes(diff.entries.length + diff.venue.length)}</summary>
          <DiffList diff={diff} />
        </details>
      )}
    </form>
  );
};
