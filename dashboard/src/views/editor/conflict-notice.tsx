import { pageTexts } from '../../texts/pages.js';
import { DiffList } from './diff-list.js';
import type { VersionDesk } from './use-versions.js';

const words = pageTexts('editor');

/** Somebody saved while I worked: what they did, and the ways to go on. */
export const ConflictNotice = ({ desk }: { readonly desk: VersionDesk }) => {
  const { conflict } = desk;
  if (conflict === null) return null;
  const { diff, summary } = conflict;
  return (
    <section className="conflict" role="alert">
      <h3>{words.conflict.heading(summary.version)}</h3>
      <p>{words.conflict.text(summary.savedBy, summary.note)}</p>
      <details>
        <summary>{words.conflict.theirs}</summary>
        <DiffList diff={diff} />
      </details>
      <div className="edit-buttons">
        <button type="button" className="button is-main" onClick={desk.join}>
          {words.conflict.join}
        </button>
        <button type="button" className="button" onClick={desk.giveWay}>
          {words.conflict.discard}
        </button>
      </div>
    </section>
  );
};
