import { useState } from 'react';
import type { Picture } from '../state/picture.js';
import { pageTexts } from '../texts/pages.js';
import { ask, nothing } from './access-api.js';
import { type ApiToken, type MadeToken, readMadeToken, readTokens } from './access-shapes.js';
import { ShownOnce } from './shown-once.js';
import { type NewToken, TokenForm } from './token-form.js';
import { TokenTable } from './token-table.js';
import { useKeptList } from './use-kept-list.js';

const words = pageTexts('tokens');
const access = pageTexts('access');

/** The tokens of programs, a form for another, and the secret of the one that was made last. */
export const TokenSection = ({ picture }: { readonly picture: Picture }) => {
  const { zones } = picture.venue;
  const { entries: tokens, refused, settle } = useKeptList('tokens', readTokens);
  const [made, setMade] = useState<MadeToken | null>(null);
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
