import { freshness, pictureAge } from '../state/connection.js';
import type { DashboardState } from '../state/dashboard-state.js';
import { nameOf } from '../texts/name-of.js';
import { stewardTexts as words } from '../texts/steward.js';

/** Whose page it is, of which zones, and how old its picture is: said plainly as soon as it is not now. */
export const StewardHead = ({ state }: { readonly state: DashboardState }) => {
  const { connection, now, picture, session } = state;
  const age = pictureAge(connection, now);
  const fresh = freshness(connection, now);
  const isOld = fresh === 'outdated';
  const zones = session?.zones ?? null;
  const where =
    zones === null || picture === null
      ? (picture?.venue.name ?? words.wholeVenue)
      : zones.map((zone) => nameOf(picture.venue.zones, zone)).join(', ');
  const whose = zones === null ? session && words.wholeVenue : picture?.venue.name;
  return (
    <header className="steward-head">
      <div className="steward-who">
        <h1>{where}</h1>
        <p>{[whose, session?.name].filter(Boolean).join(' · ')}</p>
      </div>
      <p className={`steward-state is-${fresh}`} role="status">
        {fresh === 'fresh' || fresh === 'ageing' ? words.live : words.offline}
      </p>
      {isOld && age !== null ? (
        <p className="steward-old" role="alert">
          <strong>{words.old(age - (age % 5))}</strong> {words.oldNote}
        </p>
      ) : null}
    </header>
  );
};
