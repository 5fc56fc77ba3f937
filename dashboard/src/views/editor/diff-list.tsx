import { isEmptyDiff, type VersionDiff } from '../../state/editor/version-diff.js';
import { pageTexts } from '../../texts/pages.js';
import { fieldChangeText } from '../../texts/version-diff-text.js';

const words = pageTexts('editor');

/** What makes one version another, thing by thing. */
export const DiffList = ({ diff }: { readonly diff: VersionDiff }) => {
  if (isEmptyDiff(diff)) return <p className="note">{words.versions.same}</p>;
  return (
    <ul className="diff-list">
      {diff.venue.map((change) => (
        <li key={change.field} className="is-changed">
          <b>{words.diff.changed}</b> {fieldChangeText(change)}
        </li>
      ))}
      {diff.entries.map(({ fields, id, kind, list, name }) => (
        <li key={`${kind} ${list} ${id}`} className={`is-${kind}`}>
          <b>{words.diff[kind]}</b> {words.list[list]}: {name}
          {fields.length === 0 ? null : (
            <ul>
              {fields.map((change) => (
                <li key={change.field}>{fieldChangeText(change)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
};
