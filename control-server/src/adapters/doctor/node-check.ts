import { bad, type Finding, good } from './finding.js';

const LEAST = [20, 19] as const;

/** Whether this Node is new enough; `found` is like `20.19.4`. */
export const checkNode = (found: string): Finding => {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  const isEnough = major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
  return isEnough
    ? good('Node', found)
    : bad('Node', found, `install Node ${LEAST.join('.')} or newer`);
};
