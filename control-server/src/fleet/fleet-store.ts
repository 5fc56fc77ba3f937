import type { OfferedModel, Result } from '@throng/contract';
import type { StoreFault, StoreResult } from '../store/measurement-store.js';
import type { FleetVersion, FleetVersionHead } from './fleet-version.js';
import type { HeardReport } from './heard-report.js';
import type { Rollout } from './rollout.js';

/** What to keep as the next version of a box. */
export interface NewFleetVersion extends Omit<FleetVersion, 'version'> {
  /** The version it was made from; 0 where there is none. */
  readonly basedOn: number;
}

/** A model whose weights lie beside the store. */
export interface KeptModel {
  readonly model: OfferedModel;
  readonly addedAt: number;
  readonly addedBy: string;
}

/** Where the fleet is kept. Versions are never changed or erased; several processes may write. */
export interface FleetStore {
  /** Of each box that has any, the newest. */
  newest(): StoreResult<readonly FleetVersion[]>;
  /** Of one box, newest first. */
  versions(edge: string): StoreResult<readonly FleetVersionHead[]>;
  read(edge: string, version: number): StoreResult<FleetVersion | undefined>;
  /** Keeps it where `basedOn` is still the newest: its number. */
  save(made: NewFleetVersion): Result<number, 'outdated' | StoreFault>;
  reports(): StoreResult<readonly HeardReport[]>;
  keepReport(heard: HeardReport): StoreResult<void>;
  models(): StoreResult<readonly KeptModel[]>;
  addModel(model: KeptModel): StoreResult<void>;
  /** Newest first. */
  rollouts(): StoreResult<readonly Rollout[]>;
  addRollout(rollout: Omit<Rollout, 'number'>): StoreResult<number>;
  /** Keeps how far it has come, where it is still as `before`; false where somebody else was quicker. */
  changeRollout(before: Rollout, after: Rollout): StoreResult<boolean>;
}
