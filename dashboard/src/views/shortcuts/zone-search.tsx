import { useEffect, useRef, useState } from 'react';
import { pageTexts } from '../../texts/pages.js';
import { useDispatch } from '../dashboard-context.js';

/** Opens a zone by the begin or a part of its name. */
export const ZoneSearch = ({
  zones,
  onClose,
}: {
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}) => {
  const words = pageTexts('control').keys;
  const dispatch = useDispatch();
  const dialog = useRef<HTMLDialogElement>(null);
  const [part, setPart] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const wanted = part.trim().toLocaleLowerCase();
  const found =
    wanted === '' ? [] : zones.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const open = (zone: string) => {
    dispatch({ type: 'zone-selected', zone });
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="keys" aria-label={words.find} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0] !== undefined) open(found[0].id);
        }}
      >
        <input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={part}
          onChange={({ target }) => setPart(target.value)}
        />
        <ul aria-live="polite">
          {found.slice(0, 8).map(({ id, name }) => (
            <li key={id}>
              <button type="button" onClick={() => open(id)}>
                {name}
              </button>
            </li>
          ))}
          {wanted !== '' && found.length === 0 ? <li>{words.noZone}</li> : null}
        </ul>
      </form>
    </dialog>
  );
};
