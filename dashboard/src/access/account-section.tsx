import type { ZoneDefinition } from '@throng/contract';
import { useState } from 'react';
import { pageTexts } from '../texts/pages.js';
import { ask, nothing } from './access-api.js';
import { type MadeLink, readAccounts, readLink } from './access-shapes.js';
import type { AccountChange } from './account-change.js';
import { AccountForm, type NewAccount } from './account-form.js';
import { AccountTable } from './account-table.js';
import { LinkNote } from './link-note.js';
import { useKeptList } from './use-kept-list.js';

const words = pageTexts('access');

/** A link that was just made, and for whom. */
interface GivenLink extends MadeLink {
  readonly name: string;
}

const at = (name: string): string => `accounts/${encodeURIComponent(name)}`;

/** The accounts, a form for another, and the link that was made last. */
export const AccountSection = ({ zones }: { readonly zones: readonly ZoneDefinition[] }) => {
  const { entries: accounts, refused, settle } = useKeptList('accounts', readAccounts);
  const [given, setGiven] = useState<GivenLink | null>(null);
  const add = async (account: NewAccount): Promise<boolean> => {
    const answer = await ask({ method: 'POST', path: 'accounts', body: account, read: readLink });
    if (answer.ok) setGiven({ ...answer.value, name: account.name });
    return settle(answer);
  };
  const change = async (name: string, body: AccountChange) =>
    settle(await ask({ method: 'PATCH', path: at(name), body, read: nothing }));
  const reset = async (name: string) => {
    const answer = await ask({ method: 'POST', path: `${at(name)}/link`, read: readLink });
    if (answer.ok) setGiven({ ...answer.value, name });
    await settle(answer);
  };
  return (
    <section>
      <h2>{words.accounts.heading}</h2>
      <p className="access-refused" role="alert">
        {refused === null ? null : words.refused(refused)}
      </p>
      {given === null ? null : <LinkNote {...given} />}
      <AccountTable accounts={accounts ?? []} zones={zones} onChange={change} onReset={reset} />
      <AccountForm zones={zones} onAdd={add} />
    </section>
  );
};
