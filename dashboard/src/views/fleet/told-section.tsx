import { useCallback, useEffect, useState } from 'react';
import { askBoxes, askRollouts, type ToldBox, type ToldRollout } from '../../adapters/boxes.js';
import { pageTexts } from '../../texts/pages.js';
import { BoxTable } from './box-table.js';
import { RolloutCard } from './rollout-card.js';

const words = pageTexts('boxes');

const ASK_EVERY_MS = 5_000;
/** Older ones are on the command line. */
const SHOWN = 5;

interface Told {
  readonly boxes: readonly ToldBox[];
  readonly rollouts: readonly ToldRollout[];
}

/** What this server tells its boxes, and what they make of it; nothing for who may not know. */
export const ToldSection = () => {
  const [told, setTold] = useState<Told | null>(null);
  const load = useCallback(async () => {
    const [boxes, rollouts] = await Promise.all([askBoxes(), askRollouts()]);
    if (boxes.ok && rollouts.ok) setTold({ boxes: boxes.value, rollouts: rollouts.value });
    return boxes.ok || boxes.code === 'unreachable';
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const again = async (): Promise<void> => {
      const goesOn = await load();
      if (goesOn && !isGone) timer = setTimeout(() => void again(), ASK_EVERY_MS);
    };
    void again();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [load]);
  if (told === null) return null;
  return (
    <section className="agent told" aria-labelledby="told-heading">
      <header>
        <h3 id="told-heading">{words.heading}</h3>
        <p className="note">{words.note}</p>
      </header>
      <BoxTable boxes={told.boxes} />
      {told.rollouts.length === 0 ? null : (
        <>
          <h4 id="rollouts-heading">{words.rollouts}</h4>
          <ul className="rollouts" aria-labelledby="rollouts-heading">
            {told.rollouts.slice(0, SHOWN).map((rollout) => (
              <RolloutCard key={rollout.number} rollout={rollout} onChanged={() => void load()} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
