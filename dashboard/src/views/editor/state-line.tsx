import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';

const words = pageTexts('editor');

/** What is on the board, and how it stands. */
export const StateLine = ({
  onChecks,
  onSave,
}: {
  readonly onChecks: () => void;
  readonly onSave: () => void;
}) => {
  const { checks, draft, state } = useEditor();
  const isChanged = draft !== state.base || state.basedOn === 0;
  const { faults, warnings } = checks;
  return (
    <header className="edit-head">
      <h2>{words.heading}</h2>
      <p className="note">{words.state.basedOn(state.basedOn)}</p>
      <p className={isChanged ? 'unsaved' : 'note'}>
        {isChanged ? words.state.unsaved : words.state.saved}
      </p>
      <button type="button" className="tool check-count" onClick={onChecks} aria-live="polite">
        <b className={faults.length > 0 ? 'wrong-word' : 'sound-word'}>
          {faults.length > 0 ? words.state.faults(faults.length) : words.state.sound}
        </b>
        {warnings.length > 0 ? (
          <b className="warn-word">{words.state.warnings(warnings.length)}</b>
        ) : null}
      </button>
      <button type="button" className="button is-main" disabled={!isChanged} onClick={onSave}>
        {words.versions.save}
      </button>
    </header>
  );
};
