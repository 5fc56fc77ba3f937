import { fail } from '@throng/contract';
import { layPushKey } from '../../adapters/house/push-key.js';
import { sqliteJournal } from '../../adapters/house/sqlite-journal.js';
import { houseTable } from '../../adapters/postgres/house-table.js';
import { openPostgres } from '../../adapters/postgres/postgres-database.js';
import { PostgresError } from '../../adapters/postgres/postgres-error.js';
import type { Timer } from '../../clock.js';
import { HouseMirror } from '../../house/house-mirror.js';
import type { HeldLease } from '../../lease/lease-holder.js';
import { ClosingStack } from '../closing-stack.js';
import type { Owned } from '../owned.js';
import type { RunningServer, World } from '../running-server.js';
import { startServer } from '../start-server.js';
import type { ClusterFile } from './cluster-file.js';
import type { HouseFollower } from './house-follower.js';

const SETTLE_MS = 1_000;

/** What is taken over with a lease. */
export interface Office {
  readonly holder: HeldLease;
  readonly follower: HouseFollower;
  /** Nobody need wait for the lease to run out. */
  readonly giveBack: () => Promise<void>;
}

/** Nothing that time does is done any more once the lease is lost. */
const whileHeld = (timer: Timer, holder: HeldLease): Timer => ({
  every: (milliseconds, action) =>
    timer.every(milliseconds, () => {
      if (holder.isHeld()) action();
    }),
});

/**
 * Serves a venue whose lease was taken: reads what the owner before kept last, then starts as any server
 * does, and keeps what is changed for whoever comes next. Closing it gives the lease back.
 *
 * @throws when it cannot serve; the lease is given back then.
 */
export const takeOffice = async (
  { file, postgres }: ClusterFile,
  world: World,
  { follower, giveBack, holder }: Office,
): Promise<RunningServer> => {
  const opened = new ClosingStack();
  const { epoch } = holder;
  opened.add(giveBack);
  try {
    const caughtUp = await follower.follow();
    if (!caughtUp.ok) throw new PostgresError(caughtUp.message);
    const database = follower.copy.own();
    const onFenced = (): void => holder.lose('taken');
    const fence = { epoch, onFenced };
    const kept = openPostgres(postgres, file.venue.id, { connections: 1, fence });
    opened.add(() => kept.close());
    const mirror = new HouseMirror(sqliteJournal(database), houseTable(kept));
    const owned: Owned = {
      epoch,
      onFenced,
      isHeld: () => holder.isHeld(),
      settle: async () =>
        holder.isHeld() ? mirror.settle() : fail('closed', 'this server owns the venue no more'),
    };
    opened.add(() => owned.settle());
    await layPushKey(database, `${file.storeFile}.push-key`);
    opened.add(world.timer.every(SETTLE_MS, () => void owned.settle()));
    const timer = whileHeld(world.timer, holder);
    const server = await startServer(file, { ...world, timer, owned });
    opened.add(() => server.close());
    return { ...server, close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
};
