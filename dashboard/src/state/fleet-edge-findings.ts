import type { EdgeState } from '@throng/contract';
import { type FleetFinding, fault, notice } from './fleet-finding.js';

/** Seconds of skew at which windows begin to look early or late, and at which they are refused. */
const SKEW = { notice: 0.5, fault: 2 } as const;

/** Age of the oldest window that waits, seconds: every window waits until the server is heard again, every 10 s. */
const WAITS = 30;

/** What is wrong with an agent, by what it says of itself. */
export const edgeFindings = ({ clockSkew, health, status }: EdgeState): FleetFinding[] => {
  const found: FleetFinding[] = [];
  if (status === 'never-seen') found.push(fault({ kind: 'edge-never-seen' }));
  if (status === 'offline') found.push(fault({ kind: 'edge-offline' }));
  if (clockSkew !== null && Math.abs(clockSkew) >= SKEW.notice) {
    const say = Math.abs(clockSkew) >= SKEW.fault ? fault : notice;
    found.push(say({ kind: 'clock-skew', seconds: clockSkew }));
  }
  if (health?.clock !== undefined) {
    found.push(fault({ kind: 'clock-held', seconds: health.clock.heldBy }));
  }
  return health === null ? found : [...found, ...queueFindings(health), ...modelFindings(health)];
};

type Health = NonNullable<EdgeState['health']>;

function* queueFindings({ localAlarm, queue }: Health): Generator<FleetFinding> {
  const { dropped, spool, waiting } = queue;
  if (spool?.medium === 'memory') yield fault({ kind: 'spool-in-memory', fault: spool.fault });
  const seconds = spool?.oldestSeconds ?? 0;
  if (seconds >= WAITS) yield notice({ kind: 'spool-waiting', windows: waiting, seconds });
  if (dropped > 0) yield fault({ kind: 'windows-lost', windows: dropped });
  if (localAlarm === undefined) return;
  if (localAlarm.armed) yield notice({ kind: 'local-alarm', zones: localAlarm.active.length });
  if (localAlarm.failed > 0) {
    yield fault({ kind: 'local-alarm-failed', times: localAlarm.failed });
  }
}

function* modelFindings({ models }: Health): Generator<FleetFinding> {
  const { density, person, provider, replaced } = models;
  if (person === undefined && density === undefined) yield fault({ kind: 'model-missing' });
  if (replaced !== undefined) yield fault({ kind: 'model-replaced', times: replaced });
  if (provider === 'cpu' || provider === 'wasm') yield notice({ kind: 'provider-cpu', provider });
}
