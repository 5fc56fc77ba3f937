import { useState } from 'react';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { useKeptWork } from './use-kept-work.js';

const words = pageTexts('editor');

/** What one must know of the work itself: that it comes from another time, or that it is not kept. */
export const Notices = ({
  keptAt,
  newest,
  onDiscard,
}: {
  readonly keptAt: number | undefined;
  readonly newest: number | undefined;
  readonly onDiscard: () => void;
}) => {
  const { state } = useEditor();
  const [isRead, setRead] = useState(false);
  const isKept = useKeptWork();
  return (
    <div role="status">
      {keptAt === undefined || isRead ? null : (
        <p className="edit-notice">
          <span>
            {words.kept.opened(keptAt)}{' '}
            {newest !== undefined && newest > state.basedOn ? words.kept.behind(newest) : null}
          </span>
          <button type="button" className="button" onClick={() => setRead(true)}>
            {words.kept.keep}
          </button>
          <button type="button" className="button" onClick={onDiscard}>
            {words.kept.discard}
          </button>
        </p>
      )}
      {isKept ? null : <p className="edit-notice">{words.kept.notKept}</p>}
    </div>
  );
};
