import { openStandbyDoor } from '../../adapters/http/standby-door.js';
import { LEASE_LIMITS, leaseTable } from '../../adapters/lease/lease-table.js';
import { LeaseThread } from '../../adapters/lease/lease-thread.js';
import { houseTable } from '../../adapters/postgres/house-table.js';
import { migratePostgres } from '../../adapters/postgres/migrate.js';
import { openPostgres } from '../../adapters/postgres/postgres-database.js';
import { steadyClock } from '../../adapters/steady-time.js';
import { TlsDoor } from '../../adapters/tls/tls-door.js';
import type { HeldLease, LeaseLoss } from '../../lease/lease-holder.js';
import type { LeaseStore, LeaseView } from '../../lease/lease-store.js';
import { ClosingStack } from '../closing-stack.js';
import type { RunningServer, World } from '../running-server.js';
import type { ClusterFile } from './cluster-file.js';
import { HouseFollower } from './house-follower.js';
import { takeOffice } from './take-office.js';

/** How often a standby looks whether the venue has an owner, and what is new in the house. */
const LOOK_MS = 500;
/** How often an owner shows that it works, and looks whether it still owns the venue. */
const SHOW_MS = 250;
/** It owned the venue and does no more: nothing may be written or said after this. */
export type OnLost = (loss: LeaseLoss) => void;

/** One of several servers of a venue: it waits for its turn, and serves once it has come. */
export interface Standby {
  /** Resolves once it owns the venue and serves it. @throws when it could not. */
  readonly served: Promise<RunningServer>;
  close(): Promise<void>;
}

class Waiting {
  readonly #leases: LeaseStore;
  readonly #follower: HouseFollower;
  readonly #thread: LeaseThread;
  #view: LeaseView | undefined;
  #failing = false;

  constructor(
    private readonly cluster: ClusterFile,
    private readonly world: World,
    private readonly onLost: OnLost,
    opened: ClosingStack,
  ) {
    const { file, postgres } = cluster;
    const venue = file.venue.id;
    this.#leases = leaseTable(openPostgres(postgres, venue, LEASE_LIMITS));
    opened.add(() => this.#leases.close());
    const seconds = cluster.cluster.leaseSeconds;
    this.#thread = new LeaseThread({ address: postgres, venue, seconds });
    opened.add(() => this.#thread.close());
    const house = openPostgres(postgres, venue, { connections: 1 });
    opened.add(() => house.close());
    this.#follower = new HouseFollower(file.storeFile, houseTable(house).changesAfter, steadyClock);
    opened.add(() => this.#follower.copy.close());
  }

  /** Resolves once it could own the venue. */
  get ready(): Promise<void> {
    return this.#thread.ready;
  }

  get owner(): LeaseView | undefined {
    return this.#view;
  }

  /** Looks who owns the venue, and takes it where nobody does; its lease then. */
  async look(): Promise<HeldLease | undefined> {
    const view = await this.#leases.look();
    if (!view.ok) return this.#cannot(view.message);
    this.#tell(view.value);
    const followed = await this.#follower.follow();
    if (!followed.ok) return this.#cannot(followed.message);
    if (view.value?.isHeld === true) return undefined;
    return this.#take();
  }

  serve(holder: HeldLease): Promise<RunningServer> {
    const giveBack = async (): Promise<void> => {
      await this.#thread.close(); // else it might be renewed once more
      await this.#leases.release(holder.epoch);
    };
    return takeOffice(this.cluster, this.world, { follower: this.#follower, giveBack, holder });
  }

  async #take(): Promise<HeldLease | undefined> {
    const { cluster, me } = this.cluster;
    const at = steadyClock.now();
    const taken = await this.#leases.take(me, cluster.leaseSeconds);
    if (!taken.ok) return this.#cannot(taken.message);
    if (taken.value === undefined) return undefined;
    return this.#thread.hold({ epoch: taken.value, at }, this.onLost);
  }

  #tell(view: LeaseView | undefined): void {
    const isNews =
      this.#failing || view?.epoch !== this.#view?.epoch || view?.isHeld !== this.#view?.isHeld;
    this.#view = view;
    this.#failing = false;
    if (!isNews || view?.isHeld !== true) return;
    const { address, epoch, name } = view;
    this.world.log.info({ owner: name, address, epoch }, 'standing by');
  }

  #cannot(cause: string): undefined {
    if (!this.#failing) this.world.log.warn({ cause }, 'standing by without the database');
    this.#failing = true;
    this.#view = undefined;
  }
}

/**
 * Stands by for a venue, and serves it once its owner is gone.
 *
 * @throws when the database cannot be used, or the port is taken.
 */
export const standBy = async (
  cluster: ClusterFile,
  world: World,
  onLost: OnLost,
): Promise<Standby> => {
  const { file, me, postgres } = cluster;
  const { clock, log, timer } = world;
  const opened = new ClosingStack();
  try {
    await migratePostgres(postgres, file.venue.id);
    const waiting = new Waiting(cluster, world, onLost, opened);
    const tls = file.listenTls && (await TlsDoor.open(file.listenTls, clock, log));
    const { host, port } = file.server.listen;
    const door = await openStandbyDoor({ host, port, tls, owner: () => waiting.owner });
    opened.add(() => door.close());
    await waiting.ready;
    const taken = new Promise<HeldLease>((resolve, reject) => {
      let isLooking = false;
      const look = async (): Promise<void> => {
        if (isLooking) return;
        isLooking = true;
        const holder = await waiting.look().finally(() => {
          isLooking = false;
        });
        if (holder === undefined) return;
        stop();
        resolve(holder);
      };
      const stop = timer.every(LOOK_MS, () => void look().catch(reject));
      opened.add(stop);
      void look().catch(reject);
    });
    const serve = async (): Promise<RunningServer> => {
      const holder = await taken;
      const began = steadyClock.now();
      opened.add(timer.every(SHOW_MS, () => holder.isHeld()));
      await door.close();
      const server = await waiting.serve(holder);
      opened.add(() => server.close());
      const tookMs = steadyClock.now() - began;
      log.info({ owner: me.name, epoch: holder.epoch, tookMs }, 'this server owns the venue');
      return server;
    };
    return { served: serve(), close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
};
