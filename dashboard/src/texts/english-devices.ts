import { persons, tenth } from './numbers.js';

/** What is said of cameras and agents. */
export const englishDevices = {
  heading: 'Devices',
  cameras: 'Cameras',
  edges: 'Agents',
  camera: {
    live: 'Live',
    stale: 'Silent',
    faulty: 'Fault',
    offline: 'Offline',
    'never-seen': 'Never seen',
  },
  edge: { online: 'Online', offline: 'Offline', 'never-seen': 'Never seen' },
  fault: {
    'no-signal': 'no video signal',
    stalled: 'video stands still',
    'model-failed': 'model fails',
    'not-calibrated': 'not calibrated',
    moved: 'moved',
    covered: 'covered',
    frozen: 'picture frozen',
    blinded: 'blinded by light',
    dark: 'too dark',
  },
  frames: (perSecond: number) => `${tenth(perSecond)} frames/s`,
  latency: (milliseconds: number) => `${tenth(milliseconds / 1_000)} s delay`,
  reconnects: (count: number) => `${count} reconnect${count === 1 ? '' : 's'}`,
  calibration: (metres: number) => `calibrated ± ${tenth(metres)} m`,
  queue: (waiting: number) => `${persons(waiting)} waiting`,
  dropped: (count: number) => `${persons(count)} dropped`,
  memory: (megabytes: number) => `${persons(megabytes)} MB`,
  skew: (seconds: number) =>
    `clock ${tenth(Math.abs(seconds))} s ${seconds < 0 ? 'behind' : 'ahead'}`,
  models: (person: string | undefined, densityModel: string | undefined, provider: string) =>
    `${[person, densityModel].filter((id) => id !== undefined).join(' + ') || 'no model'} on ${provider}`,
  allLive: (count: number) => `${count} of ${count} live`,
  someLive: (live: number, count: number) => `${live} of ${count} live`,
} as const;
