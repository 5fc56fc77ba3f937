import type { AlertAct } from '@throng/contract';
import { ask, nothing } from '../access/access-api.js';
import { isDrill } from './lane.js';

/** Does something about an alert; the code of what stands against it, or null. What came of it the live channel tells. */
export const actOn = async (alert: string, act: AlertAct): Promise<string | null> => {
  const path = `${isDrill ? 'drill/' : ''}alerts/${encodeURIComponent(alert)}/acts`;
  const done = await ask({ method: 'POST', path, body: act, read: nothing });
  return done.ok ? null : done.code;
};
