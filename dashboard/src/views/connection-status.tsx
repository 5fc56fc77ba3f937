import { freshness, pictureAge } from '../state/connection.js';
import type { DashboardState } from '../state/dashboard-state.js';
import { texts } from '../texts/index.js';

/** How the page stands with the server; the details open below it. */
export const ConnectionStatus = ({ state }: { readonly state: DashboardState }) => {
  const { connection, picture, now } = state;
  const age = pictureAge(connection, now);
  const fresh = freshness(connection, now);
  const words = texts.connection;
  const isSilent = connection.phase === 'live' && fresh !== 'fresh';
  const retry = connection.retryAt === null ? null : Math.ceil((connection.retryAt - now) / 1_000);
  const facts: readonly (readonly [string, string | number])[] = [
    [words.sequence, picture?.sequence ?? texts.count.unknownValue],
    [words.losses, connection.losses],
    [words.gaps, connection.gaps],
    [words.refused, connection.refused.count],
    ...(connection.refused.last === null
      ? []
      : [[words.lastRefused, connection.refused.last] as const]),
  ];
  return (
    <>
      <button
        type="button"
        className={`connection-state is-${connection.phase} is-${fresh}`}
        popoverTarget="connection-details"
        title={words.details}
      >
        <span className="lamp" aria-hidden="true" />
        <span className="connection-word">
          {isSilent ? words.silent : words.phase[connection.phase]}
        </span>
        {age === null ? null : <span className="connection-age">{words.age(age)}</span>}
      </button>
      <div className="details" id="connection-details" popover="auto">
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {retry === null ? null : <p>{words.retry(retry)}</p>}
        {connection.refused.count > 0 && picture === null ? <p>{words.mismatch}</p> : null}
      </div>
    </>
  );
};
