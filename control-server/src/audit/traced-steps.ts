import { fromTimestamp } from '@throng/contract';
import type { AuditDetails } from './audit-details.js';

/** One step of an alert's way, and how long after the capture of the newest window it was done. */
export interface TracedStep {
  readonly name: string;
  readonly at: string;
  readonly seconds: number;
}

const STEPS = ['captured', 'heard', 'admitted', 'judged', 'told', 'stored'] as const;

/**
 * The steps of a traced alert in the order in which they are done. `ready` is by the box's account
 * (95th percentile); what lies between it and `heard` is the network, and the box's clock.
 */
export const tracedSteps = (details: AuditDetails): TracedStep[] => {
  const { captured, readySeconds } = details;
  if (captured === undefined) return [];
  const begin = fromTimestamp(captured);
  const steps = STEPS.flatMap((name): TracedStep[] => {
    const at = details[name];
    return at === undefined ? [] : [{ name, at, seconds: (fromTimestamp(at) - begin) / 1_000 }];
  });
  if (readySeconds === undefined) return steps;
  const at = new Date(begin + readySeconds * 1_000).toISOString();
  return steps.toSpliced(1, 0, { name: 'ready at the box', at, seconds: readySeconds });
};
