import type { Fault } from '@throng/contract';
import { useCallback, useState } from 'react';
import {
  fetchVersion,
  fetchVersions,
  putInForce,
  saveVersion,
  type VersionSummary,
} from '../../adapters/venue-versions.js';
import { merged } from '../../state/editor/merge-drafts.js';
import type { VenueDraft } from '../../state/editor/venue-draft.js';
import { diffOf, type VersionDiff } from '../../state/editor/version-diff.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';

const words = pageTexts('editor');

const refusals = ['faults', 'outdated', 'not-allowed', 'unreachable'] as const;
type RefusalCode = (typeof refusals)[number] | 'other';

export interface Refusal {
  readonly code: RefusalCode;
  readonly faults: readonly Fault[];
}

/** A version that somebody else saved while I worked. */
export interface Conflict {
  readonly summary: VersionSummary;
  readonly theirs: VenueDraft;
  /** What they changed since the version that I began with. */
  readonly diff: VersionDiff;
}

export interface VersionDesk {
  readonly versions: readonly VersionSummary[];
  readonly isBusy: boolean;
  readonly told: string | null;
  readonly refusal: Refusal | null;
  readonly conflict: Conflict | null;
  readonly save: (note: string) => Promise<boolean>;
  readonly restore: (version: number) => Promise<void>;
  readonly putInForce: (version: number) => Promise<void>;
  /** Brings their changes into my drawing. */
  readonly join: () => void;
  /** Goes on with theirs alone. */
  readonly giveWay: () => void;
}

/** The versions on the server, and what is done with them; the drawing is never lost to a refusal. */
export const useVersions = (initial: readonly VersionSummary[]): VersionDesk => {
  const { dispatch, draft, state } = useEditor();
  const { base, basedOn } = state;
  const [versions, setVersions] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const renew = useCallback(async (): Promise<readonly VersionSummary[]> => {
    const list = await fetchVersions();
    if (list.ok) setVersions(list.value);
    return list.ok ? list.value : [];
  }, []);

  const meetTheirs = async () => {
    const [summary] = await renew();
    const theirs = summary && (await fetchVersion(summary.version));
    if (summary === undefined || !theirs?.ok) {
      setRefusal({ code: 'other', faults: [] });
      return;
    }
    setConflict({ summary, theirs: theirs.value, diff: diffOf(base, theirs.value) });
  };

  return {
    versions,
    isBusy,
    told,
    refusal,
    conflict,
    save: async (note) => {
      setBusy(true);
      setTold(null);
      setRefusal(null);
      const saved = await saveVersion({ ...draft, basedOn, note });
      if (saved.ok) {
        dispatch({ type: 'saved', version: saved.version, draft });
        setConflict(null);
        setTold(words.versions.saved(saved.version));
        await renew();
      } else if (saved.code === 'outdated') {
        await meetTheirs();
      } else {
        const code = refusals.find((each) => each === saved.code) ?? 'other';
        setRefusal({ code, faults: saved.faults });
      }
      setBusy(false);
      return saved.ok;
    },
    restore: async (version) => {
      const found = await fetchVersion(version);
      if (found.ok) dispatch({ type: 'edited', change: () => found.value });
      setTold(found.ok ? words.versions.restored(version) : words.versions.notRead);
    },
    putInForce: async (version) => {
      const code = await putInForce(version);
      setTold(code === null ? words.versions.putDone(version) : words.versions.putRefused);
      await renew();
    },
    join: () => {
      if (conflict === null) return;
      const { summary, theirs } = conflict;
      const { clashes, draft: both } = merged(base, draft, theirs);
      dispatch({ type: 'edited', change: () => both });
      dispatch({ type: 'rebased', version: summary.version, base: theirs });
      setConflict(null);
      setTold(words.conflict.joined(clashes));
    },
    giveWay: () => {
      if (conflict === null) return;
      const { summary, theirs } = conflict;
      // An undo brings mine back.
      dispatch({ type: 'edited', change: () => theirs });
      dispatch({ type: 'rebased', version: summary.version, base: theirs });
      setConflict(null);
    },
  };
};
