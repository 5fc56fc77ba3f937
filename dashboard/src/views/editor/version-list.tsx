import { fromTimestamp } from '@throng/contract';
import { useState } from 'react';
import { fetchVersion } from '../../adapters/venue-versions.js';
import { diffOf, isEmptyDiff, type VersionDiff } from '../../state/editor/version-diff.js';
import { pageTexts } from '../../texts/pages.js';
import { ConfirmInForce } from './confirm-in-force.js';
import { useEditor } from './editor-context.js';
import type { VersionDesk } from './use-versions.js';

const words = pageTexts('editor');

/** Every version with who saved it when, why, and what can be done with it. */
export const VersionList = ({ desk }: { readonly desk: VersionDesk }) => {
  const { draft, state } = useEditor();
  const [asked, ask] = useState<{ version: number; diff: VersionDiff | null } | null>(null);
  const { versions } = desk;
  const inForce = versions.find(({ isInForce }) => isInForce)?.version;
  const prepare = async (version: number) => {
    const [from, to] = await Promise.all([
      inForce === undefined ? undefined : fetchVersion(inForce),
      fetchVersion(version),
    ]);
    ask({ version, diff: from?.ok && to.ok ? diffOf(from.value, to.value) : null });
  };
  return (
    <>
      <h3>{words.versions.list}</h3>
      <ol className="version-list">
        {versions.map(({ isInForce, note, savedAt, savedBy, version }) => (
          <li key={version} className={isInForce ? 'is-in-force' : undefined}>
            <p>
              <b>
                {words.versions.number} {version}
              </b>
              {isInForce ? <span className="in-force">{words.versions.inForce}</span> : null}
              <span className="note">
                {words.moment(fromTimestamp(savedAt))} · {savedBy}
              </span>
            </p>
            {note === '' ? null : <p>{note}</p>}
            <div className="edit-buttons">
              <button type="button" className="button" onClick={() => void desk.restore(version)}>
                {words.versions.restore}
              </button>
              {isInForce ? null : (
                <button type="button" className="button" onClick={() => void prepare(version)}>
                  {words.versions.putInForce}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {asked === null ? null : (
        <ConfirmInForce
          version={asked.version}
          inForce={inForce}
          diff={asked.diff}
          hasUnsaved={!isEmptyDiff(diffOf(state.base, draft))}
          onConfirm={() => void desk.putInForce(asked.version)}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
};
