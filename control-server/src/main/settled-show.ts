import { runningShow } from '../show-stop/show-state.js';
import type { ShowStopStore } from '../show-stop/show-stop-store.js';
import type { Owned } from './owned.js';

/** How the show stands is kept once a successor would know it; where that fails it stands as before. */
export const settledShow = (
  store: ShowStopStore,
  verified: boolean,
  owned: Pick<Owned, 'settle'>,
): ShowStopStore => ({
  read: () => store.read(),
  write: async (state) => {
    const before = store.read();
    const written = await store.write(state);
    if (!written.ok) return written;
    const settled = await owned.settle();
    if (!settled.ok && before.ok) await store.write(before.value ?? runningShow(verified));
    return settled;
  },
});
