import { useEffect, useState } from 'react';
import { fetchVersion, type VersionSummary } from '../../adapters/venue-versions.js';
import type { VenueDraft } from '../../state/editor/venue-draft.js';
import { diffOf } from '../../state/editor/version-diff.js';
import { pageTexts } from '../../texts/pages.js';
import { DiffList } from './diff-list.js';
import { useEditor } from './editor-context.js';
import { ChoiceField } from './text-field.js';

const words = pageTexts('editor');
const DRAFT = 'draft';

/** Any two versions side by side, or one beside the drawing. */
export const CompareForm = ({ versions }: { readonly versions: readonly VersionSummary[] }) => {
  const { draft } = useEditor();
  const [before, setBefore] = useState(String(versions[1]?.version ?? versions[0]?.version ?? ''));
  const [after, setAfter] = useState(DRAFT);
  const [from, to] = [useVersion(before), useVersion(after)];
  if (versions.length === 0) return null;
  const choices = [
    { value: DRAFT, text: words.versions.draft },
    ...versions.map(({ version }) => ({
      value: String(version),
      text: words.state.basedOn(version),
    })),
  ];
  const [older, newer] = [before === DRAFT ? draft : from, after === DRAFT ? draft : to];
  return (
    <section className="compare-form">
      <h3>{words.versions.compare}</h3>
      <div className="edit-pair">
        <ChoiceField
          label={words.versions.compare}
          value={before}
          choices={choices}
          onChange={setBefore}
        />
        <ChoiceField
          label={words.versions.with}
          value={after}
          choices={choices}
          onChange={setAfter}
        />
      </div>
      {older === null || newer === null ? null : <DiffList diff={diffOf(older, newer)} />}
    </section>
  );
};

/** What a version holds; null until it is known, and for the drawing. */
const useVersion = (chosen: string): VenueDraft | null => {
  const [found, setFound] = useState<{ chosen: string; draft: VenueDraft } | null>(null);
  useEffect(() => {
    if (chosen === DRAFT || chosen === '') return;
    let isWanted = true;
    void fetchVersion(Number(chosen)).then((version) => {
      if (isWanted && version.ok) setFound({ chosen, draft: version.value });
    });
    return () => {
      isWanted = false;
    };
  }, [chosen]);
  return found?.chosen === chosen ? found.draft : null;
};
