import type { ZoneDefinition } from '@throng/contract';
import type { FormEvent } from 'react';
import { texts } from '../texts/index.js';
import { pageTexts } from '../texts/pages.js';
import type { AccountChange } from './account-change.js';
import { chosenZones, ZoneChoices } from './zone-choices.js';

const words = pageTexts('access');

/** The zones of an account, and the boxes to change them. */
export const ZoneCell = ({
  chosen,
  isFixed,
  name,
  onChange,
  zones,
}: {
  readonly name: string;
  readonly chosen: readonly string[] | null;
  readonly zones: readonly ZoneDefinition[];
  /** Given by the house's own log-in, each time anew. */
  readonly isFixed: boolean;
  readonly onChange: (name: string, change: AccountChange) => void;
}) => {
  const text =
    chosen?.map((id) => zones.find((zone) => zone.id === id)?.name ?? id).join(', ') ??
    words.who.wholeVenue;
  if (isFixed) return text;
  const id = `zones-of-${name}`;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    document.getElementById(id)?.hidePopover();
    onChange(name, { zones: chosenZones(new FormData(event.currentTarget)) });
  };
  return (
    <>
      <button
        type="button"
        className="zones-of"
        popoverTarget={id}
        aria-label={`${words.accounts.zonesOf(name)}${texts.punctuation.colon}${text}`}
      >
        {text}
      </button>
      <div className="zone-popover" id={id} popover="auto">
        <form onSubmit={submit} key={text}>
          <h3>{words.accounts.zonesOf(name)}</h3>
          <p className="note">{words.accounts.zonesNote}</p>
          <ZoneChoices zones={zones} chosen={chosen} />
          <button type="submit" className="button">
            {words.accounts.save}
          </button>
        </form>
      </div>
    </>
  );
};
