import { type AgentRun, conflictingRuns } from '../admission/agent-runs.js';
import type { Finding, Standing } from './alert-book.js';

export const edgeSubject = (edge: string): string => `edge-${edge}`;

/** Whether two agents speak under one id: raised at once, and until one of them falls silent. */
export const findEdge = (edge: string, runs: readonly AgentRun[], at: number): Finding => {
  const conflict = conflictingRuns(runs);
  const standing: Standing | null =
    conflict === undefined
      ? null
      : {
          priority: 'critical',
          reason: () => ({
            kind: 'duplicate-edge',
            edge,
            bootIds: conflict.map((run) => run.bootId),
          }),
        };
  return { subject: edgeSubject(edge), category: 'system', at, standing };
};
