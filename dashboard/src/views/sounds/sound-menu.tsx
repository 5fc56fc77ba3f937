import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isDrill } from '../../adapters/lane.js';
import { createSoundPlayer } from '../../adapters/sound-player.js';
import {
  rememberedSounds,
  rememberSounds,
  type SoundChoice,
} from '../../adapters/sound-storage.js';
import { SOUNDS, soundFor } from '../../state/alert-sounds.js';
import type { Picture } from '../../state/picture.js';
import { pageTexts } from '../../texts/pages.js';
import './sounds.css';

/** One for the page: browsers allow few, and each must be clicked awake. */
const player = createSoundPlayer();

/** Sounds what is new, and lets people choose how loud, hear each sound, and wake a browser that blocks it. */
export const SoundMenu = ({ picture }: { readonly picture: Picture }) => {
  const words = pageTexts('control').sounds;
  const [choice, setChoice] = useState(rememberedSounds);
  const state = useSyncExternalStore(player.onChange, player.state);
  const before = useRef<Picture | null>(null);
  useEffect(() => {
    const sound = soundFor(before.current, picture);
    before.current = picture;
    if (sound !== null && choice.isOn) player.play(sound, choice.volume, isDrill);
  }, [picture, choice]);
  // Any click or key wakes it: nobody has to find the button for it.
  useEffect(() => {
    if (state !== 'blocked') return;
    const wake = () => void player.unblock();
    addEventListener('pointerdown', wake);
    addEventListener('keydown', wake);
    return () => {
      removeEventListener('pointerdown', wake);
      removeEventListener('keydown', wake);
    };
  }, [state]);
  const choose = (change: Partial<SoundChoice>) => {
    const next = { ...choice, ...change };
    setChoice(next);
    rememberSounds(next);
  };
  const isSilent = !choice.isOn || state !== 'ready';
  return (
    <>
      <button
        type="button"
        className={isSilent ? 'icon-button sounds-button is-silent' : 'icon-button sounds-button'}
        popoverTarget="sounds"
        aria-label={words.open}
        title={state === 'blocked' && choice.isOn ? words.blocked : words.open}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 6v4h3l4 3V3L5 6Z" />
          <path
            d={
              isSilent
                ? 'M11.5 6l3 4M14.5 6l-3 4'
                : 'M11.5 5.5a3.5 3.5 0 0 1 0 5M13 3.5a6 6 0 0 1 0 9'
            }
          />
        </svg>
      </button>
      <div className="details sounds" id="sounds" popover="auto">
        <h2>{words.heading}</h2>
        {state === 'unavailable' ? <p>{words.unavailable}</p> : null}
        {state === 'blocked' ? (
          <p role="status">
            {words.blocked}{' '}
            <button type="button" className="button" onClick={() => player.unblock()}>
              {words.unblock}
            </button>
          </p>
        ) : null}
        <label>
          <input
            type="checkbox"
            checked={choice.isOn}
            onChange={({ target }) => choose({ isOn: target.checked })}
          />
          {words.on}
        </label>
        <label>
          {words.volume}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(choice.volume * 100)}
            onChange={({ target }) => choose({ volume: Number(target.value) / 100 })}
          />
        </label>
        <div className="sound-tests">
          {SOUNDS.map((sound) => (
            <button
              key={sound}
              type="button"
              className="button"
              onClick={async () => {
                await player.unblock();
                player.play(sound, choice.volume);
              }}
            >
              {words.test(words.name[sound])}
            </button>
          ))}
        </div>
      </div>
    </>
  );
};
