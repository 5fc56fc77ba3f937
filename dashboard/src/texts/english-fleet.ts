import type { FindingCause } from '../state/fleet-finding.js';
import { englishDevices } from './english-devices.js';
import { factor, NO_BREAK, persons, tenth } from './numbers.js';
import { duration } from './times.js';

const days = (count: number): string => {
  const whole = Math.floor(count);
  return `${whole}${NO_BREAK}${whole === 1 ? 'day' : 'days'}`;
};
const times = (count: number): string => (count === 1 ? 'once' : `${persons(count)} times`);

/** The words of the fleet page. */
export const englishFleet = {
  heading: 'Fleet',
  summary: (agents: number, cameras: number, faults: number) =>
    `${agents} ${agents === 1 ? 'agent' : 'agents'}, ${cameras} ${cameras === 1 ? 'camera' : 'cameras'}, ${
      faults === 0 ? 'nothing to mend' : `${faults} to mend`
    }`,
  allWell: 'Nothing is wrong.',
  mend: 'To mend',
  watch: 'To watch',
  agent: {
    version: 'Version',
    up: 'Running for',
    models: 'Models',
    provider: 'Computes on',
    memory: 'Memory',
    clock: 'Clock',
    waiting: 'Windows waiting',
    lost: 'Windows lost',
    spool: 'Spool',
  },
  camera: {
    camera: 'Camera',
    state: 'State',
    frames: 'Frames/s',
    latency: 'Delay p95',
    decoder: 'Decoder',
    calibration: 'Calibration',
    correction: 'Hand counts',
    drift: 'Drift',
    reconnects: 'Reconnects',
  },
  inTime: 'in time',
  onDisk: 'on disk',
  inMemory: 'in memory only',
  unknown: '?',
  none: 'none',
  correction: (by: number, counts: number) => `× ${factor(by)} from ${counts}`,
  calibration: (metres: number, age: number | null) =>
    `± ${tenth(metres)}${NO_BREAK}m${age === null ? '' : `, ${days(age)} old`}`,
  /** What is wrong, and what mends it. */
  finding: (cause: FindingCause): { readonly what: string; readonly remedy: string } => {
    switch (cause.kind) {
      case 'edge-never-seen':
        return {
          what: 'Never heard of',
          remedy:
            'Start the agent, and compare its venue, id and broker with this server: throng-edge doctor',
        };
      case 'edge-offline':
        return {
          what: 'Offline',
          remedy: 'Look at power and network of the box; its windows wait on its disk meanwhile',
        };
      case 'clock-skew':
        return {
          what: `Clock ${tenth(Math.abs(cause.seconds))}${NO_BREAK}s ${cause.seconds < 0 ? 'behind' : 'ahead'}`,
          remedy: 'Give box and server the same time source, and look whether it runs: timedatectl',
        };
      case 'clock-held':
        return {
          what: `Its clock was set ${duration(Math.abs(cause.seconds))} ${cause.seconds < 0 ? 'back' : 'ahead'}; the agent goes on by the time before`,
          remedy:
            'Set it right: timedatectl. The agent believes it when NTP vouches for it, or after 10 minutes',
        };
      case 'spool-in-memory':
        return {
          what: `Keeps windows in memory only${cause.fault === undefined ? '' : `: disk ${cause.fault}`}`,
          remedy: 'Make room on the disk, or mend its rights; what waits is lost with the process',
        };
      case 'spool-waiting':
        return {
          what: `${persons(cause.windows)} ${cause.windows === 1 ? 'window waits' : 'windows wait'}, the oldest for ${duration(cause.seconds)}`,
          remedy: 'Look at the way to the broker; they follow as history once it is back',
        };
      case 'windows-lost':
        return {
          what: `${persons(cause.windows)} windows given up`,
          remedy: 'The record has a gap. Raise the spool’s size, and find why it filled',
        };
      case 'model-replaced':
        return {
          what: `Model thread replaced ${times(cause.times)}`,
          remedy: 'Look at memory, driver and temperature of the box',
        };
      case 'model-missing':
        return {
          what: 'No model runs',
          remedy: 'Verify the models on the box: throng-models verify',
        };
      case 'provider-cpu':
        return {
          what: `Computes on ${cause.provider}`,
          remedy:
            'If the box has a GPU, look at its driver: throng-edge doctor names what is missing',
        };
      case 'local-alarm':
        return {
          what: `Believes the server to be away and warns by itself (${persons(cause.zones)} zones)`,
          remedy: 'It stops when it hears this server again; look at the broker',
        };
      case 'local-alarm-failed':
        return {
          what: `Its local alarm failed ${times(cause.times)}`,
          remedy: 'Try the command or webhook of localAlarm by hand on the box',
        };
      case 'camera-never-seen':
        return {
          what: 'Never heard of',
          remedy: 'Add the camera to the agent’s settings under this very id',
        };
      case 'camera-silent':
        return { what: 'Silent', remedy: 'Look at the agent; nothing came in time' };
      case 'camera-fault':
        return { what: englishDevices.fault[cause.fault], remedy: faultRemedy[cause.fault] };
      case 'not-calibrated':
        return {
          what: 'Not calibrated',
          remedy: 'Calibrate it, or its people stand nowhere: throng-edge calibrate',
        };
      case 'calibration-rough':
        return {
          what: `Calibrated to ± ${tenth(cause.metres)}${NO_BREAK}m only`,
          remedy: 'Add points near the edges of the picture, and measure them again',
        };
      case 'calibration-old':
        return {
          what: `Calibrated ${days(cause.days)} ago`,
          remedy: 'Check some points on the calibration page; masts settle',
        };
      case 'drift':
        return {
          what: `${drift[cause.statistic]} ${tenth(Math.abs(cause.deviations))} σ ${cause.deviations < 0 ? 'below' : 'above'} what the model knows`,
          remedy: 'Clean the lens, look at light and exposure, and count by hand to correct',
        };
      case 'few-frames':
        return {
          what: `${tenth(cause.perSecond)} of ${tenth(cause.wanted)} frames/s`,
          remedy: 'The box is too slow for its cameras: fewer of them, a smaller model or a GPU',
        };
      case 'slow':
        return {
          what: `${tenth(cause.seconds)}${NO_BREAK}s from capture to count`,
          remedy: 'Look at the network of the camera, then at the load of the box',
        };
      case 'reconnects':
        return {
          what: `Reconnected ${times(cause.times)}`,
          remedy: 'Look at cable, switch and the camera’s own log',
        };
    }
  },
} as const;

const drift = {
  brightness: 'Brightness',
  sharpness: 'Sharpness',
  activeShare: 'Share of the picture with people',
  disagreement: 'Disagreement of the models',
} as const;

const faultRemedy = {
  'no-signal':
    'Look at power and cable of the camera, then at address and password: throng-edge doctor',
  stalled: 'Restart the camera; where it comes again, lower its bit rate or look at the switch',
  'model-failed': 'See the agent’s log; verify the models: throng-models verify',
  'not-calibrated': 'Calibrate it: throng-edge calibrate',
  moved: 'Turn the camera back, or calibrate it anew; until then its ground is unknown',
  covered: 'Clear the view of the camera',
  frozen: 'Restart the camera: it sends the same picture again and again',
  blinded: 'Turn it from the light, or switch on its wide dynamic range',
  dark: 'Light the ground, or switch on the camera’s night mode',
} as const;
