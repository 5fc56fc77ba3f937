import { broken, type Finding, healthy } from './finding.js';

const LEAST_NODE = { major: 20, minor: 19 } as const;

/** Whether `process.version` is one that the agent runs on. */
export const nodeFinding = (version: string): Finding => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const recent =
    major > LEAST_NODE.major || (major === LEAST_NODE.major && minor >= LEAST_NODE.minor);
  return recent
    ? healthy('Node', version)
    : broken(
        'Node',
        `${version} is too old`,
        `install Node ${LEAST_NODE.major}.${LEAST_NODE.minor} or newer`,
      );
};

/** No event of ours is older than this moment; a clock before it was never set. */
const EARLIEST = Date.UTC(2025, 0, 1);

/** Whether the clock can be trusted at all: windows carry its time. */
export const clockFinding = (now: number): Finding =>
  now >= EARLIEST
    ? healthy('clock', new Date(now).toISOString())
    : broken(
        'clock',
        `says ${new Date(now).toISOString()}`,
        'set the clock and keep it set with NTP (systemd-timesyncd, chrony)',
      );
