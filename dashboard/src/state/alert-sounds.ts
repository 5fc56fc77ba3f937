import type { Alert } from '@throng/contract';
import { newlyRaised } from './alert-order.js';
import type { Picture } from './picture.js';

/** What can be heard, the most urgent first. */
export const SOUNDS = [
  'show-stop',
  'emergency',
  'unanswered',
  'critical',
  'warning',
  'system',
] as const;
export type Sound = (typeof SOUNDS)[number];

type Heard = Pick<Picture, 'alerts' | 'showStop'>;

/**
 * The one sound for what is new: the most urgent, so that sounds never run into each other. The first
 * picture is silent but for what nobody has answered: who opens the page sees it anyway. A watch is
 * silent (SPEC CR1, CR2).
 */
export const soundFor = (before: Heard | null, now: Heard): Sound | null => {
  const due = new Set<Sound>();
  for (const alert of now.alerts.values()) {
    if (isCalledAgain(before?.alerts.get(alert.id), alert)) due.add('unanswered');
  }
  if (before !== null) {
    for (const { category, priority } of newlyRaised(before.alerts, now.alerts)) {
      if (category === 'system') due.add('system');
      else if (priority !== 'watch') due.add(priority);
    }
    const asked = now.showStop?.ask?.at;
    if (asked !== undefined && asked !== before.showStop?.ask?.at) due.add('show-stop');
    if (now.showStop?.stop != null && before.showStop?.stop == null) due.add('show-stop');
  }
  return SOUNDS.find((sound) => due.has(sound)) ?? null;
};

const isCalledAgain = (known: Alert | undefined, { handling, state }: Alert): boolean =>
  state === 'active' &&
  handling?.acknowledged == null &&
  (handling?.unanswered ?? 0) > (known?.handling?.unanswered ?? 0);
