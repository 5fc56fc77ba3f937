import type { AlertPriority } from '@throng/contract';
import { useState } from 'react';
import { texts } from '../texts/index.js';
import { stewardTexts as words } from '../texts/steward.js';
import { LanguageChoice } from '../views/language-choice.js';
import { alarm, isSoundBlocked, unlockSound } from './alarm.js';
import { PushChoice } from './push-choice.js';
import { isSoundOn, storeSound } from './steward-storage.js';

const tested: readonly AlertPriority[] = ['warning', 'critical', 'emergency'];

/** How the phone calls: by push while the page is closed, by sound and vibration while it is open. */
export const ToldPage = () => {
  const [isOn, setOn] = useState(isSoundOn);
  return (
    <main className="steward-main steward-told">
      <PushChoice />
      <section aria-labelledby="sound-heading">
        <h2 id="sound-heading">{words.sound.heading}</h2>
        <label className="steward-switch">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => {
              storeSound(target.checked);
              setOn(target.checked);
            }}
          />
          {words.sound.on}
        </label>
        <p className="note">{isSoundBlocked() ? words.sound.blocked : words.sound.note}</p>
        <div className="steward-tests">
          {tested.map((priority) => (
            <button
              key={priority}
              type="button"
              className="steward-button"
              onClick={() => {
                unlockSound();
                alarm(priority);
              }}
            >
              {words.sound.test(texts.band[priority])}
            </button>
          ))}
        </div>
      </section>
      <LanguageChoice isNamed />
    </main>
  );
};
