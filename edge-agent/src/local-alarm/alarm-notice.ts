import type { Result } from '@throng/contract';

/** What the box says of one zone while no server hears it. */
export interface AlarmNotice {
  readonly state: 'raised' | 'cleared';
  /** Why it ended: the crowd eased, or a server is there again and answers for it. */
  readonly because: 'critical-density' | 'eased' | 'server-back';
  readonly venue: string;
  readonly edge: string;
  readonly camera: string;
  readonly zone: string;
  /** Persons/m² on the part of the zone that this camera sees. */
  readonly density: number;
  readonly persons: number;
  /** Persons/m² at which the zone is critical. */
  readonly criticalDensity: number;
  /** ISO 8601, the capture that decided. */
  readonly at: string;
  readonly serverAwaySeconds: number;
}

/** A way to warn people near the box. */
export interface AlarmChannel {
  readonly name: 'command' | 'webhook';
  notify(notice: AlarmNotice): Promise<Result<void>>;
}
