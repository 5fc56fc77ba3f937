import type { Picture } from '../../state/picture.js';
import type { Session } from '../../state/session.js';
import { pageTexts } from '../../texts/pages.js';
import { ShowAsk } from './show-ask.js';
import { StoppedShow } from './stopped-show.js';
import './show-stop.css';

/** For so long it is told how the last ask or stop ended, milliseconds. */
const TOLD_FOR = 120_000;

/** How the show stands, above everything on every page; nothing while it runs. */
const ShowBanner = ({
  picture,
  session,
}: {
  readonly picture: Picture;
  readonly session: Session | null;
}) => {
  const { showStop: show } = picture;
  if (show === undefined) return null;
  const { ask, last, stop } = show;
  const isNews = last !== null && picture.at - Date.parse(last.at) < TOLD_FOR;
  return (
    <>
      {ask === null ? null : <ShowAsk key={ask.at} ask={ask} picture={picture} session={session} />}
      {stop === null ? null : <StoppedShow show={show} picture={picture} session={session} />}
      {ask === null && isNews ? (
        <p className="show-last" role="status">
          {pageTexts('control').stop.last[last.how](last.by)}
        </p>
      ) : null}
    </>
  );
};

export default ShowBanner;
