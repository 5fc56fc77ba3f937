import type { ZoneDefinition } from '@throng/contract';
import { type FormEvent, useState } from 'react';
import { pageTexts } from '../texts/pages.js';
import { useDashboard } from '../views/dashboard-context.js';
import { chosenZones, ZoneChoices } from './zone-choices.js';

const words = pageTexts('tokens');
const access = pageTexts('access');

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly zones: readonly string[] | null;
  readonly days: number;
}

/** How long a token may live, days, as the server has it. */
const DAYS = { byDefault: 90, maximum: 366 } as const;

/** Makes a token: as little as the program needs, for as long as it needs it. */
export const TokenForm = ({
  onAdd,
  zones,
}: {
  readonly zones: readonly ZoneDefinition[];
  /** Whether it was made. */
  readonly onAdd: (token: NewToken) => Promise<boolean>;
}) => {
  const { session } = useDashboard();
  const [isBare, setBare] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const scopes = form.getAll('scope').map(String);
    setBare(scopes.length === 0);
    if (scopes.length === 0) return;
    const added = await onAdd({
      ...{ name: String(form.get('name')).trim(), scopes, zones: chosenZones(form) },
      days: Number(form.get('days')),
    });
    if (added) element.reset();
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <h3>{words.add}</h3>
      <label>
        {words.name}
        <input
          name="name"
          required
          pattern="[a-z0-9][a-z0-9._\-]{0,47}"
          title={words.nameRule}
          autoComplete="off"
          autoCapitalize="none"
        />
      </label>
      <label>
        {words.days}
        <input
          name="days"
          type="number"
          required
          min={1}
          max={DAYS.maximum}
          defaultValue={DAYS.byDefault}
        />
      </label>
      <fieldset>
        <legend>{words.scopes}</legend>
        {session?.permissions.map((scope) => (
          <label key={scope} className="zone-choice">
            <input type="checkbox" name="scope" value={scope} />
            {words.scope(scope)}
          </label>
        ))}
      </fieldset>
      <p className="access-refused" role="alert">
        {isBare ? words.noScope : null}
      </p>
      <fieldset>
        <legend>
          {access.who.zones} <span className="note">{access.accounts.zonesNote}</span>
        </legend>
        <ZoneChoices zones={zones} chosen={null} />
      </fieldset>
      <button type="submit" className="button">
        {words.add}
      </button>
    </form>
  );
};
