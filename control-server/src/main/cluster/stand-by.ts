import { openStandbyDoor } from '../../adapters/http/standby-door.js';
import { houseTable } from '../../adapters/postgres/house-table.js';
import { leaseTable } from '../../adapters/postgres/lease-table.js';
import { migratePostgres } from '../../adapters/postgres/migrate.js';
import { openPostgres } from '../../adapters/postgres/postgres-database.js';
import { TlsDoor } from '../../adapters/tls/tls-door.js';
import type { Clock } from '../../clock.js';
import { LeaseHolder, type LeaseLoss } from '../../lease/lease-holder.js';
import type { LeaseStore, LeaseView } from '../../lease/lease-store.js';
import { ClosingStack } from '../closing-stack.js';
import type { RunningServer, World } from '../running-server.js';
import type { ClusterFile } from './cluster-file.js';
import { HouseFollower } from './house-follower.js';
import { takeOffice } from './take-office.js';

/** How often a standby looks whether the venue has an owner, and what is new in the house. */
const LOOK_MS = 1_000;
/** How often an owner looks after its lease. */
const HOLD_MS = 250;
/** Milliseconds that the database may take over a statement about the lease. */
const LEASE_STATEMENT_MS = 1_500;

export interface StandbyParts {
  /** Milliseconds that never go back. */
  readonly steady: Clock;
  /** It owned the venue and does no more: nothing may be written or said after this. */
  readonly onLost: (loss: LeaseLoss) => void;
}

/** One of several servers of a venue: it waits for its turn, and serves once it has come. */
export interface Standby {
  /** Resolves once it owns the venue and serves it. @throws when it could not. */
  readonly served: Promise<RunningServer>;
  close(): Promise<void>;
}

class Waiting {
  readonly #leases: LeaseStore;
  readonly #follower: HouseFollower;
  #view: LeaseView | undefined;
  #failing = false;

  constructor(
    private readonly cluster: ClusterFile,
    private readonly world: World,
    private readonly parts: StandbyParts,
    opened: ClosingStack,
  ) {
    const { file, postgres } = cluster;
    const statementMs = LEASE_STATEMENT_MS;
    const limits = { connections: 1, statementMs, longestPauseMs: LOOK_MS };
    this.#leases = leaseTable(openPostgres(postgres, file.venue.id, limits));
    opened.add(() => this.#leases.close());
    const house = openPostgres(postgres, file.venue.id, { connections: 1 });
    opened.add(() => house.close());
    this.#follower = new HouseFollower(file.storeFile, houseTable(house).changesAfter);
    opened.add(() => this.#follower.copy.close());
  }

  get owner(): LeaseView | undefined {
    return this.#view;
  }

  /** Looks who owns the venue, and takes it where nobody does; its lease then. */
  async look(): Promise<LeaseHolder | undefined> {
    const view = await this.#leases.look();
    if (!view.ok) return this.#cannot(view.message);
    this.#tell(view.value);
    const followed = await this.#follower.follow();
    if (!followed.ok) return this.#cannot(followed.message);
    if (view.value?.isHeld === true) return undefined;
    return this.#take();
  }

  serve(holder: LeaseHolder): Promise<RunningServer> {
    const office = { follower: this.#follower, holder, leases: this.#leases };
    return takeOffice(this.cluster, this.world, office);
  }

  async #take(): Promise<LeaseHolder | undefined> {
    const { steady, onLost } = this.parts;
    const seconds = this.cluster.cluster.leaseSeconds;
    const askedAt = steady.now();
    const taken = await this.#leases.take(this.cluster.me, seconds);
    if (!taken.ok) return this.#cannot(taken.message);
    if (taken.value === undefined) return undefined;
    const store = this.#leases;
    return new LeaseHolder(taken.value, askedAt, { store, steady, seconds, onLost });
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
  parts: StandbyParts,
): Promise<Standby> => {
  const { file, me, postgres } = cluster;
  const { clock, log, timer } = world;
  const opened = new ClosingStack();
  try {
    await migratePostgres(postgres, file.venue.id);
    const waiting = new Waiting(cluster, world, parts, opened);
    const tls = file.listenTls && (await TlsDoor.open(file.listenTls, clock, log));
    const { host, port } = file.server.listen;
    const door = await openStandbyDoor({ host, port, tls, owner: () => waiting.owner });
    opened.add(() => door.close());
    const taken = new Promise<LeaseHolder>((resolve, reject) => {
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
      const began = parts.steady.now();
      opened.add(timer.every(HOLD_MS, () => holder.step()));
      await door.close();
      const server = await waiting.serve(holder);
      opened.add(() => server.close());
      const tookMs = Math.round(parts.steady.now() - began);
      log.info({ owner: me.name, epoch: holder.epoch, tookMs }, 'this server owns the venue');
      return server;
    };
    return { served: serve(), close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
};
