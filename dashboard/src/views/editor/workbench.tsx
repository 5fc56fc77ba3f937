import { useDeferredValue, useMemo, useReducer } from 'react';
import type { VersionSummary } from '../../adapters/venue-versions.js';
import { checksOf } from '../../state/editor/checks.js';
import type { KeptWork } from '../../state/editor/draft-shape.js';
import { draftOf, edit, openedEditor } from '../../state/editor/editor-state.js';
import type { VenueDraft } from '../../state/editor/venue-draft.js';
import { Desk } from './desk.js';
import { EditorContext } from './editor-context.js';

export interface WorkbenchProps {
  /** The newest version. */
  readonly base: VenueDraft;
  readonly versions: readonly VersionSummary[];
  /** Work that was not saved when the page was left. */
  readonly kept: KeptWork | undefined;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly onDiscard: () => void;
}

/** Holds the draft and what is said of it, for all that is on the page. */
export const Workbench = ({ base, kept, now, onDiscard, versions }: WorkbenchProps) => {
  const [state, dispatch] = useReducer(edit, null, () =>
    kept === undefined
      ? openedEditor(versions[0]?.version ?? 0, base)
      : openedEditor(kept.basedOn, kept.base, kept.draft),
  );
  // A large venue takes a moment to check: typing does not wait for it.
  const settled = useDeferredValue(draftOf(state));
  const checks = useMemo(() => checksOf(settled), [settled]);
  const desk = useMemo(() => ({ state, checks, dispatch }), [state, checks]);
  return (
    <EditorContext value={desk}>
      <Desk versions={versions} keptAt={kept?.at} now={now} onDiscard={onDiscard} />
    </EditorContext>
  );
};
