import { emptyCalendar } from '@throng/contract';
import { useCallback, useEffect, useState } from 'react';
import { forgetWork, keptWork } from '../../adapters/kept-work.js';
import { fetchVersion, fetchVersions, type VersionSummary } from '../../adapters/venue-versions.js';
import type { KeptWork } from '../../state/editor/draft-shape.js';
import type { EditedVenue, VenueDraft } from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import type { PageProps } from '../page-props.js';
import { Workbench } from './workbench.js';
import './editor.css';
import './editor-forms.css';

const words = pageTexts('editor');

interface Opening {
  readonly versions: readonly VersionSummary[];
  readonly base: VenueDraft;
  readonly kept: KeptWork | undefined;
}

/** The newest version; the venue as it is shown, where none was saved yet. */
const load = async (venue: EditedVenue): Promise<Opening | null> => {
  const versions = await fetchVersions();
  if (!versions.ok) return null;
  const [newest] = versions.value;
  const base = newest === undefined ? undefined : await fetchVersion(newest.version);
  if (base?.ok === false) return null;
  return {
    versions: versions.value,
    base: base?.value ?? { venue, calendar: emptyCalendar },
    kept: keptWork(venue.id),
  };
};

/** The engineer's drawing board: the venue and its calendar, in versions. */
const EditorPage = ({ now, picture }: PageProps) => {
  const [opening, setOpening] = useState<Opening | null | 'loading'>('loading');
  // The venue as it was when the page was opened: the live one goes on meanwhile.
  const [venue] = useState(picture.venue);
  const open = useCallback(async () => {
    setOpening('loading');
    setOpening(await load(venue));
  }, [venue]);
  useEffect(() => void open(), [open]);
  if (opening === 'loading') return <main className="waiting">{words.loading}</main>;
  if (opening === null) {
    return (
      <main className="waiting" role="alert">
        <p>{words.notLoaded}</p>
        <button type="button" className="button" onClick={() => void open()}>
          {words.tryAgain}
        </button>
      </main>
    );
  }
  const { base, kept, versions } = opening;
  return (
    <Workbench
      key={kept === undefined ? 'fresh' : 'kept'}
      base={base}
      versions={versions}
      kept={kept}
      now={now}
      onDiscard={() => {
        forgetWork(venue.id);
        setOpening({ ...opening, kept: undefined });
      }}
    />
  );
};

export default EditorPage;
