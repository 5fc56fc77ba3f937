import { useCallback, useEffect, useState } from 'react';
import type { Picture } from '../state/picture.js';
import { pageTexts } from '../texts/pages.js';
import { type Answered, ask, nothing } from './access-api.js';
import { type ApiToken, type MadeToken, readMadeToken, readTokens } from './access-shapes.js';
import { ShownOnce } from './shown-once.js';
import { type NewToken, TokenForm } from './token-form.js';
import { TokenTable } from './token-table.js';

const words = pageTexts('tokens');
const access = pageTexts('access');

/** The tokens of programs, a form for another, and the secret of the one that was made last. */
export const TokenSection = ({ picture }: { readonly picture: Picture }) => {
  const { zones } = picture.venue;
  const [tokens, setTokens] = useState<readonly ApiToken[] | null>(null);
  const [made, setMade] = useState<MadeToken | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const load = useCallback(async () => {
    const answer = await ask({ path: 'tokens', read: readTokens });
    if (answer.ok) setTokens(answer.value);
    else setRefused(answer.code);
  }, []);
  useEffect(() => void load(), [load]);

  const settle = async <Value,>(answer: Answered<Value>): Promise<boolean> => {
    setRefused(answer.ok ? null : answer.code);
    await load();
    return answer.ok;
  };
  const add = async (body: NewToken): Promise<boolean> => {
    const answer = await ask({ method: 'POST', path: 'tokens', body, read: readMadeToken });
    if (answer.ok) setMade(answer.value);
    return settle(answer);
  };
  const revoke = async ({ id }: ApiToken): Promise<void> => {
    const answer = await ask({ method: 'DELETE', path: `tokens/${id}`, read: nothing });
    if (answer.ok && made?.token.id === id) setMade(null);
    await settle(answer);
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      <p className="note">{words.note}</p>
      <p className="access-refused" role="alert">
        {refused === null ? null : refused === 'taken' ? words.taken : access.refused(refused)}
      </p>
      {made === null ? null : (
        <ShownOnce text={words.secret(made.token.name)} secret={made.secret} />
      )}
      {tokens?.length === 0 ? <p>{words.none}</p> : null}
      {tokens === null || tokens.length === 0 ? null : (
        <TokenTable tokens={tokens} zones={zones} now={picture.at} onRevoke={revoke} />
      )}
      <TokenForm zones={zones} onAdd={add} />
    </section>
  );
};
