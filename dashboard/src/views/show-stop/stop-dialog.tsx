import { STOP_REASONS, type StopReason } from '@throng/contract';
import { useEffect, useRef, useState } from 'react';
import type { Picture } from '../../state/picture.js';
import type { Session } from '../../state/session.js';
import { pageTexts } from '../../texts/pages.js';
import { NameField } from './name-field.js';
import { useShowAct } from './use-show-act.js';

/** Asks to stop the show: why, where, in one's own words. */
export const StopDialog = ({
  picture,
  session,
  onClose,
}: {
  readonly picture: Picture;
  readonly session: Session;
  readonly onClose: () => void;
}) => {
  const words = pageTexts('control').stop;
  const dialog = useRef<HTMLDialogElement>(null);
  const { act, fault, isBusy } = useShowAct();
  const [reason, setReason] = useState<StopReason>('crowd-density');
  const [note, setNote] = useState('');
  const [zones, setZones] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const isOpen = session.kind === 'open';
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="show-dialog"
      aria-labelledby="stop-heading"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const order = { reason, note: note.trim(), zones: [...zones] };
          const asked = await act({ kind: 'ask-stop', order, ...(isOpen ? { name } : {}) });
          if (asked) dialog.current?.close();
        }}
      >
        <h2 id="stop-heading">{words.heading}</h2>
        <p className="note">{words.explained(null)}</p>
        {isOpen ? <p className="show-unverified">{words.unverified}</p> : null}
        <label>
          {words.reasonLabel}
          <select
            value={reason}
            onChange={({ target }) =>
              setReason(STOP_REASONS.find((each) => each === target.value) ?? 'other')
            }
          >
            {STOP_REASONS.map((each) => (
              <option key={each} value={each}>
                {words.reason[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.noteLabel}
          <input
            type="text"
            maxLength={300}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        <fieldset>
          <legend>{words.zones}</legend>
          {picture.venue.zones.map((zone) => (
            <label key={zone.id}>
              <input
                type="checkbox"
                checked={zones.includes(zone.id)}
                onChange={({ target }) =>
                  setZones(
                    target.checked ? [...zones, zone.id] : zones.filter((id) => id !== zone.id),
                  )
                }
              />
              {zone.name}
            </label>
          ))}
        </fieldset>
        {isOpen ? <NameField name={name} onName={setName} /> : null}
        {fault === null ? null : (
          <p className="act-fault" role="alert">
            {fault}
          </p>
        )}
        <div className="show-buttons">
          <button type="submit" className="button show-confirm" disabled={isBusy}>
            {words.ask}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
};
