import type { Alert } from '@throng/contract';
import { useEffect, useRef } from 'react';
import { newlyRaised } from '../state/alert-order.js';
import type { Picture } from '../state/picture.js';
import { alarm } from './alarm.js';
import { isSoundOn } from './steward-storage.js';

/** Sounds and vibrates for new alerts, the gravest of them once; not for those that stood when the page came. */
export const useAlarm = (picture: Picture | null): void => {
  const before = useRef<ReadonlyMap<string, Alert> | null>(null);
  useEffect(() => {
    const known = before.current;
    if (picture === null || known === picture.alerts) return;
    before.current = picture.alerts;
    if (known === null) return;
    const [gravest] = newlyRaised(known, picture.alerts);
    if (gravest !== undefined && isSoundOn()) alarm(gravest.priority);
  }, [picture]);
};
