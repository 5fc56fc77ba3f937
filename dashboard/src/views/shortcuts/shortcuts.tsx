import { useEffect, useRef, useState } from 'react';
import { pageAddress, pageOf } from '../../state/page-address.js';
import type { Picture } from '../../state/picture.js';
import { SHORTCUTS, type Shortcut, shortcutOf } from '../../state/shortcut.js';
import { pageTexts } from '../../texts/pages.js';
import { isTyping, moveToAlert, press, toMap } from './page-focus.js';
import { ZoneSearch } from './zone-search.js';
import './shortcuts.css';

/** The page by keys: what each does, and that it was done, is told to those who hear the page too. */
export const Shortcuts = ({ picture }: { readonly picture: Picture }) => {
  const words = pageTexts('control').keys;
  const list = useRef<HTMLDialogElement>(null);
  const [isSearching, setSearching] = useState(false);
  const [said, say] = useState('');
  useEffect(() => {
    const done: Readonly<Record<Shortcut, () => string>> = {
      next: () => moveToAlert(1, words),
      previous: () => moveToAlert(-1, words),
      acknowledge: () => (press('[data-acknowledge]') ? words.acknowledged : ''),
      comment: () => (press('[data-comment]') ? words.does.comment : ''),
      map: () => (toMap() ? words.does.map : ''),
      search: () => {
        setSearching(true);
        return '';
      },
      wall: () => {
        location.hash = pageAddress(pageOf(location.hash) === 'wall' ? 'live' : 'wall');
        return words.does.wall;
      },
      list: () => {
        list.current?.showModal();
        return '';
      },
    };
    const hear = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, key, metaKey } = event;
      const shortcut = shortcutOf({ altKey, ctrlKey, key, metaKey, isTyping: isTyping() });
      if (shortcut === null) return;
      event.preventDefault();
      say(done[shortcut]());
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [words]);
  return (
    <>
      <button
        type="button"
        className="icon-button keys-button"
        aria-label={words.open}
        title={`${words.open} (?)`}
        onClick={() => list.current?.showModal()}
      >
        <span aria-hidden="true">?</span>
      </button>
      <dialog ref={list} className="keys" aria-labelledby="keys-heading">
        <h2 id="keys-heading">{words.heading}</h2>
        <dl>
          {Object.entries(SHORTCUTS).map(([key, shortcut]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words.does[shortcut]}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="button" onClick={() => list.current?.close()}>
          {words.close}
        </button>
      </dialog>
      {isSearching ? (
        <ZoneSearch zones={picture.venue.zones} onClose={() => setSearching(false)} />
      ) : null}
      <div className="hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
};
