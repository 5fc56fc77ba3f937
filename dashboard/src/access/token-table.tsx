import type { ZoneDefinition } from '@throng/contract';
import { nameOf } from '../texts/name-of.js';
import { pageTexts } from '../texts/pages.js';
import type { ApiToken } from './access-shapes.js';

const words = pageTexts('tokens');
const access = pageTexts('access');

interface TableProps {
  /** All zones of the venue. */
  readonly zones: readonly ZoneDefinition[];
  /** Of the server, epoch ms. */
  readonly now: number;
  readonly onRevoke: (token: ApiToken) => void;
}

/** A row per token: what it may do and where, who made it, and whether it is still used. */
export const TokenTable = ({
  tokens,
  ...props
}: TableProps & { readonly tokens: readonly ApiToken[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by keys
  <section className="table-scroll" tabIndex={0} aria-label={words.heading}>
    <table className="access-table token-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.scopes}</th>
          <th scope="col">{access.who.zones}</th>
          <th scope="col">{words.madeBy}</th>
          <th scope="col">{words.lastUsed}</th>
          <th scope="col">{words.expires}</th>
          <th scope="col">{words.state.heading}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} {...props} />
        ))}
      </tbody>
    </table>
  </section>
);

const at = (time: string): string => access.at(Date.parse(time));

const stateOf = (
  { expiresAt, revokedAt }: ApiToken,
  now: number,
): 'good' | 'expired' | 'revoked' => {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= now ? 'expired' : 'good';
};

const TokenRow = ({
  now,
  onRevoke,
  token,
  zones: all,
}: TableProps & { readonly token: ApiToken }) => {
  const { createdAt, createdBy, expiresAt, lastUsedAt, name, scopes, zones } = token;
  const state = stateOf(token, now);
  return (
    <tr className={state === 'good' ? '' : 'is-disabled'} data-token={name}>
      <th scope="row">{name}</th>
      <td>{scopes.map(words.scope).join(', ')}</td>
      <td>{zones?.map((zone) => nameOf(all, zone)).join(', ') ?? access.who.wholeVenue}</td>
      <td>{words.made(createdBy, at(createdAt))}</td>
      <td>{lastUsedAt === null ? access.accounts.never : at(lastUsedAt)}</td>
      <td>{at(expiresAt)}</td>
      <td>{words.state[state]}</td>
      <td className="access-acts">
        {state === 'revoked' ? null : <Revoke token={token} onRevoke={onRevoke} />}
      </td>
    </tr>
  );
};

/** Asks once more: what is revoked stays so. */
const Revoke = ({
  onRevoke,
  token,
}: Pick<TableProps, 'onRevoke'> & { readonly token: ApiToken }) => {
  const id = `revoke-${token.id}`;
  const text = words.revokeNamed(token.name);
  return (
    <>
      <button type="button" className="button" popoverTarget={id} aria-label={text}>
        {words.revoke}
      </button>
      <div className="zone-popover" id={id} popover="auto">
        <h3>{text}</h3>
        <p>{words.revokeNote}</p>
        <button type="button" className="button" onClick={() => onRevoke(token)}>
          {words.revoke}
        </button>
      </div>
    </>
  );
};
