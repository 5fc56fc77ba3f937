import type { SimulatedVenue } from '@throng/simulation';
import colours from 'picocolors';
import type { AlertDelays, ServerChanges } from '../settings-files.js';

/** Seconds of the real evening between joining it and the first incident. */
const LEAD = 10;

/** "1:02:05" from seconds since the doors opened. */
export const eveningClock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [whole / 3_600, (whole / 60) % 60, whole % 60].map(Math.floor);
  const two = (value = 0) => `${value}`.padStart(2, '0');
  return `${hours ?? 0}:${two(minutes)}:${two(rest)}`;
};

/** The gate that closes at the wrong moment: the first passage that an incident shuts, or narrows. */
export const firstIncident = ({ simulation }: SimulatedVenue) =>
  (simulation.incidents ?? [])
    .flatMap(({ at, passage, capacity = 0 }) =>
      typeof at === 'number' && passage !== undefined && capacity < 1
        ? [{ at, passage, capacity }]
        : [],
    )
    .sort((a, b) => a.at - b.at)
    .at(0);

/** When to join the evening, seconds: shortly before something goes wrong. */
export const joinAt = (simulated: SimulatedVenue, speed: number): number =>
  Math.max(0, (firstIncident(simulated)?.at ?? 0) - LEAD * speed);

const NO_FORECAST = `
  Only the forecast is off in fast motion, and the rules of movement with it, for minutes and paces
  would not be the evening's: --speed 1 shows both, the forecast five minutes after the start.`;

/** What the viewer is about to see; `now` is the evening's time, seconds. */
export const story = (
  simulated: SimulatedVenue,
  { now, speed, origin }: { now: number; speed: number; origin: string },
): string => {
  const { venue } = simulated;
  const incident = firstIncident(simulated);
  const gate = venue.passages.find(({ id }) => id === incident?.passage);
  const seconds = Math.round(((incident?.at ?? 0) - now) / speed);
  const what = incident?.capacity === 0 ? 'closes' : 'narrows';
  const plot =
    incident === undefined || seconds <= 0
      ? ''
      : `\n  In about ${seconds} s ${colours.bold(gate?.name ?? incident.passage)} ${what} at the wrong moment. Watch the crowd grow before it.\n`;
  return `
  ${colours.bold(colours.green(origin))}

  ${venue.name}: an evening ${speed} times as fast as life, ${venue.cameras.length} cameras. The people are simulated;
  the pictures are H.264, and all that follows is the real product: decoding, counting,
  MQTT, alerts, the page. Yesterday's evening is in Playback, with its report.${isRealTime(speed) ? '' : NO_FORECAST}
${plot}
  Ctrl-C ends it and leaves nothing behind.
`;
};

/**
 * What the server must know of an evening in fast motion. Its forecast reckons in minutes of the
 * clock, at the pace of people and doors, and its rules of movement in metres per second: of people
 * who walk eight times as fast, and push 64 times as hard, both would be wrong.
 */
export const serverChanges = (speed: number): ServerChanges => ({
  alerts: { ...alertDelays(speed), ...(isRealTime(speed) ? {} : { raisedBy: [] }) },
  forecast: { enabled: isRealTime(speed) },
});

const isRealTime = (speed: number): boolean => speed === 1;

/** The server's own delays, in seconds of the evening: ten of them pass sooner in fast motion. */
export const alertDelays = (speed: number): AlertDelays => ({
  onDelaySeconds: Math.max(1, 10 / speed),
  emergencyOnDelaySeconds: Math.max(1, 5 / speed),
  offDelaySeconds: Math.max(1, 30 / speed),
});
