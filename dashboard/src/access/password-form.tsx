import { type FormEvent, useState } from 'react';
import { pageTexts } from '../texts/pages.js';
import { ask, nothing } from './access-api.js';
import { Field } from './field.js';

const words = pageTexts('access');

/** Sets a password by a one-time link; the first admin chooses a name too. */
export const PasswordForm = ({
  account,
  link,
  onDone,
}: {
  /** Null for the first admin. */
  readonly account: string | null;
  readonly link: string;
  readonly onDone: () => void;
}) => {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = account === null ? { name: form.get('name') } : {};
    const body = { link, password: form.get('password'), ...chosen };
    setBusy(true);
    const answer = await ask({ method: 'POST', path: 'link/password', body, read: nothing });
    setBusy(false);
    if (answer.ok) onDone();
    else setRefused(answer.code);
  };
  const isFirst = account === null;
  return (
    <>
      <h1>{isFirst ? words.logIn.first : words.logIn.setPassword(account)}</h1>
      {isFirst ? <p className="note">{words.logIn.firstNote}</p> : null}
      <form onSubmit={submit}>
        <Field
          label={words.logIn.name}
          name="name"
          autoComplete="username"
          {...(isFirst ? {} : { fixed: account })}
        />
        <Field
          label={words.logIn.newPassword}
          name="password"
          type="password"
          autoComplete="new-password"
          note={words.logIn.passwordRule}
        />
        <p className="log-in-refused" role="alert">
          {refused === null ? null : words.refused(refused)}
        </p>
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? words.logIn.waiting : words.logIn.save}
        </button>
      </form>
    </>
  );
};
