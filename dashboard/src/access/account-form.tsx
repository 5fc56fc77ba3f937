import type { ZoneDefinition } from '@throng/contract';
import type { FormEvent } from 'react';
import { pageTexts } from '../texts/pages.js';
import { type Role, roles } from './access-shapes.js';
import { chosenZones, ZoneChoices } from './zone-choices.js';

const words = pageTexts('access');

export interface NewAccount {
  readonly name: string;
  readonly role: Role;
  readonly zones: readonly string[] | null;
}

/** Adds an account: its owner sets the password, nobody else ever knows it. */
export const AccountForm = ({
  onAdd,
  zones,
}: {
  readonly zones: readonly ZoneDefinition[];
  /** Whether it was added. */
  readonly onAdd: (account: NewAccount) => Promise<boolean>;
}) => {
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const added = await onAdd({
      name: String(form.get('name')).trim().toLowerCase(),
      role: roles.find((role) => role === form.get('role')) ?? 'viewer',
      zones: chosenZones(form),
    });
    if (added) element.reset();
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <h3>{words.accounts.add}</h3>
      <label>
        {words.logIn.name}
        <input name="name" required maxLength={64} autoComplete="off" autoCapitalize="none" />
      </label>
      <label>
        {words.accounts.roleHeading}
        <select name="role" defaultValue="operator">
          {roles.map((role) => (
            <option key={role} value={role}>
              {words.role(role)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>
          {words.who.zones} <span className="note">{words.accounts.zonesNote}</span>
        </legend>
        <ZoneChoices zones={zones} chosen={null} />
      </fieldset>
      <button type="submit" className="button">
        {words.accounts.add}
      </button>
    </form>
  );
};
