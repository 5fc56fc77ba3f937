import { useState } from 'react';
import type { Picture } from '../../state/picture.js';
import { lacks, type Session } from '../../state/session.js';
import { pageTexts } from '../../texts/pages.js';
import { StopDialog } from './stop-dialog.js';
import './show-stop.css';

/** Opens the ask; only where somebody may, and the show is neither stopped nor asked to be. */
export const StopButton = ({
  picture,
  session,
}: {
  readonly picture: Picture;
  readonly session: Session | null;
}) => {
  const [isOpen, setOpen] = useState(false);
  const { showStop: show } = picture;
  if (show === undefined || session === null || lacks(session, 'stop-show')) return null;
  if (show.stop !== null || show.ask !== null) return null;
  return (
    <>
      <button type="button" className="button show-open" onClick={() => setOpen(true)}>
        {pageTexts('control').stop.open}
      </button>
      {isOpen ? (
        <StopDialog picture={picture} session={session} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
};
