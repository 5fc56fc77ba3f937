import { type FormEvent, useState } from 'react';
import { pageTexts } from '../texts/pages.js';
import { ask, nothing } from './access-api.js';
import { Field } from './field.js';

const words = pageTexts('access');

/** Name and password, and the house's own log-in where there is one. */
export const LogInForm = ({
  oidc,
  onDone,
}: {
  /** What its button says; null where there is none. */
  readonly oidc: string | null;
  readonly onDone: () => void;
}) => {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { name: form.get('name'), password: form.get('password') };
    setBusy(true);
    const answer = await ask({ method: 'POST', path: 'session', body, read: nothing });
    setBusy(false);
    if (answer.ok) onDone();
    else
      setRefused(
        answer.code === 'delayed' ? delayText(answer.message) : words.refused(answer.code),
      );
  };
  return (
    <>
      <h1>{words.logIn.heading}</h1>
      <form onSubmit={submit}>
        <Field label={words.logIn.name} name="name" autoComplete="username" />
        <Field
          label={words.logIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <p className="log-in-refused" role="alert">
          {refused}
        </p>
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? words.logIn.waiting : words.logIn.submit}
        </button>
      </form>
      {oidc === null ? null : (
        <>
          <p className="log-in-or">{words.logIn.or}</p>
          <a className="button log-in-elsewhere" href="auth/oidc/start">
            {oidc}
          </a>
        </>
      )}
      <p className="note">{words.logIn.forgotten}</p>
    </>
  );
};

/** The server says how many seconds; the page says it in its own words. */
const delayText = (message: string): string =>
  words.logIn.wait(Number(/(\d+) s$/.exec(message)?.[1] ?? 1));
