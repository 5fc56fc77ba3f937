import { clockKeeping } from '@throng/host';
import { type Ask, askClockKeepers } from '@throng/host/adapters';
import { bad, type Finding, good } from './finding.js';

const REMEDY = 'keep it set with NTP: timedatectl set-ntp true, or install chrony';

/**
 * Whether somebody keeps this machine's clock: windows are judged by their times, and a server whose
 * clock is off refuses them, or takes them for old ones.
 */
export const checkClock = async (ask?: Ask): Promise<Finding> => {
  const keeping = clockKeeping(await askClockKeepers(ask));
  switch (keeping.kind) {
    case 'kept':
      return good('clock', `kept by ${keeping.by}`);
    case 'not-kept':
      return keeping.says === 'chrony'
        ? bad('clock', `chrony says: ${keeping.word}`, REMEDY)
        : bad('clock', `nobody keeps it set (${keeping.word})`, REMEDY);
    case 'nobody-to-ask':
      return good('clock', 'nobody here to ask: a container keeps the time of its host');
  }
};
