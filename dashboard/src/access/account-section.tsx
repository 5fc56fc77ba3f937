import type { ZoneDefinition } from '@throng/contract';
import { useCallback, useEffect, useState } from 'react';
import { pageTexts } from '../texts/pages.js';
import { type Answered, ask, nothing } from './access-api.js';
import { type Account, type MadeLink, readAccounts, readLink } from './access-shapes.js';
import type { AccountChange } from './account-change.js';
import { AccountForm, type NewAccount } from './account-form.js';
import { AccountTable } from './account-table.js';
import { LinkNote } from './link-note.js';

const words = pageTexts('access');

/** A link that was just made, and for whom. */
interface GivenLink extends MadeLink {
  readonly name: string;
}

const at = (name: string): string => `accounts/${encodeURIComponent(name)}`;

/** The accounts, a form for another, and the link that was made last. */
export const AccountSection = ({ zones }: { readonly zones: readonly ZoneDefinition[] }) => {
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const [given, setGiven] = useState<GivenLink | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const load = useCallback(async () => {
    const answer = await ask({ path: 'accounts', read: readAccounts });
    if (answer.ok) setAccounts(answer.value);
    else setRefused(answer.code);
  }, []);
  useEffect(() => void load(), [load]);

  const settle = async <Value,>(answer: Answered<Value>): Promise<boolean> => {
    setRefused(answer.ok ? null : answer.code);
    await load();
    return answer.ok;
  };
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
      <AccountTable accounts={accounts} zones={zones} onChange={change} onReset={reset} />
      <AccountForm zones={zones} onAdd={add} />
    </section>
  );
};
