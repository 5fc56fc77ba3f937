import type { ShowAct } from '@throng/contract';
import { ask, nothing } from '../access/access-api.js';

/** Does something about the show; the code of what stands against it, or null. What came of it the live channel tells. */
export const actOnShow = async (act: ShowAct): Promise<string | null> => {
  const done = await ask({ method: 'POST', path: 'show-stop/acts', body: act, read: nothing });
  return done.ok ? null : done.code;
};
