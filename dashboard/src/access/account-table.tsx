import type { ZoneDefinition } from '@throng/contract';
import { pageTexts } from '../texts/pages.js';
import { type Account, roles } from './access-shapes.js';
import type { AccountChange } from './account-change.js';
import { ZoneCell } from './zone-cell.js';

const words = pageTexts('access');

interface Acts {
  readonly onChange: (name: string, change: AccountChange) => void;
  readonly onReset: (name: string) => void;
}

/** A row per account, with what an admin may do to it. */
export const AccountTable = ({
  accounts,
  ...acts
}: Omit<RowProps, 'account'> & { readonly accounts: readonly Account[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by keys
  <section className="table-scroll" tabIndex={0} aria-label={words.accounts.heading}>
    <table className="access-table">
      <thead>
        <tr>
          <th scope="col">{words.accounts.account}</th>
          <th scope="col">{words.accounts.roleHeading}</th>
          <th scope="col">{words.who.zones}</th>
          <th scope="col">{words.accounts.state}</th>
          <th scope="col">{words.accounts.lastLogIn}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <AccountRow key={account.name} account={account} {...acts} />
        ))}
      </tbody>
    </table>
  </section>
);

const stateOf = ({ disabled, source }: Account): string => {
  if (disabled) return words.accounts.disabled;
  return source === 'oidc' ? words.accounts.elsewhere : words.accounts.active;
};

interface RowProps extends Acts {
  readonly account: Account;
  /** All zones of the venue. */
  readonly zones: readonly ZoneDefinition[];
}

const AccountRow = ({ account, onChange, onReset, zones: all }: RowProps) => {
  const { disabled, lastLoginAt, name, role, source, zones } = account;
  return (
    <tr className={disabled ? 'is-disabled' : ''}>
      <th scope="row">{name}</th>
      <td>
        <select
          aria-label={words.accounts.roleOf(name)}
          value={role}
          disabled={source === 'oidc'}
          onChange={({ target }) => {
            const chosen = roles.find((known) => known === target.value);
            if (chosen !== undefined) onChange(name, { role: chosen });
          }}
        >
          {roles.map((known) => (
            <option key={known} value={known}>
              {words.role(known)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <ZoneCell
          name={name}
          chosen={zones}
          zones={all}
          isFixed={source === 'oidc'}
          onChange={onChange}
        />
      </td>
      <td>{stateOf(account)}</td>
      <td>{lastLoginAt === null ? words.accounts.never : words.at(Date.parse(lastLoginAt))}</td>
      <td className="access-acts">
        <button
          type="button"
          className="button"
          aria-label={
            disabled ? words.accounts.enableNamed(name) : words.accounts.disableNamed(name)
          }
          onClick={() => onChange(name, { disabled: !disabled })}
        >
          {disabled ? words.accounts.enable : words.accounts.disable}
        </button>
        {source === 'oidc' ? null : (
          <button
            type="button"
            className="button"
            aria-label={words.accounts.resetNamed(name)}
            onClick={() => onReset(name)}
          >
            {words.accounts.reset}
          </button>
        )}
      </td>
    </tr>
  );
};
