import { broken, type Finding, healthy } from './finding.js';

const REMEDY =
  'install util-linux (prlimit), or start the agent with a limit of 0: LimitCORE=0 in its systemd unit, `ulimits: { core: 0 }` in compose, `ulimit -c 0` in a shell';

/** Whether a crash could write memory, and with it frames, to disk; told from what Linux says. */
export const coreDumpFinding = (
  state: { readonly limits: string; readonly filter: string } | undefined,
): Finding => {
  if (state === undefined) {
    return healthy('core dumps', 'this system does not tell; see that it writes none');
  }
  const [, soft = 'unknown', hard = 'unknown'] =
    /^Max core file size\s+(\S+)\s+(\S+)/m.exec(state.limits) ?? [];
  const isEmpty = Number.parseInt(state.filter, 16) === 0;
  if (soft === '0' && hard === '0') {
    return healthy('core dumps', `off${isEmpty ? ', and no memory would be in one' : ''}`);
  }
  const memory = isEmpty ? 'no memory would be in one' : 'frames in memory would be in one';
  return broken('core dumps', `allowed (limit ${soft}, at most ${hard}); ${memory}`, REMEDY);
};
