import type { DrillDesk } from '@throng/contract';
import { useCallback, useEffect, useState } from 'react';
import type { Answered } from '../../access/access-api.js';
import { askDrills } from '../../adapters/drill-desk.js';

const LOOK_MS = 3_000;

/** What drills there are, looked at again and again; null before the first answer. */
export const useDrills = () => {
  const [desk, setDesk] = useState<DrillDesk | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = useCallback((answer: Answered<DrillDesk>) => {
    if (answer.ok) setDesk(answer.value);
    setFault(answer.ok ? null : answer.code);
  }, []);
  useEffect(() => {
    const look = async () => {
      const answer = await askDrills();
      if (answer.ok) setDesk(answer.value);
    };
    void look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return { desk, fault, take };
};
