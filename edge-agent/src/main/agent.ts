import { randomBytes } from 'node:crypto';
import { type EdgeHealth, type Identifier, toTimestamp } from '@throng/contract';
import type { Experience } from '@throng/inference';
import { type Pulse, pulseOf } from '../life/pulse.js';
import type { LocalAlarm } from '../local-alarm/local-alarm.js';
import type { Models } from '../pipeline/analyse-frame.js';
import { type Clock, every } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { WindowPublisher } from '../ports/window-publisher.js';
import type { SamplingSettings } from '../settings/sampling-settings.js';
import { anonymize, type ClosedWindow, type Origin } from '../stages/anonymize.js';
import { type CameraParts, CameraRoster } from './camera-roster.js';
import { CameraStation } from './camera-station.js';
import { FailureReport } from './failure-report.js';
import { InferenceLoop } from './inference-loop.js';

type Provider = EdgeHealth['models']['provider'];

/** What an agent is made of; everything that touches the world comes in through a port. */
export interface AgentParts {
  readonly venue: Identifier;
  readonly edge: Identifier;
  readonly version: string;
  readonly cameras: readonly CameraParts[];
  readonly models: Models & {
    readonly provider: Provider;
    readonly personProvider?: Provider | undefined;
    readonly experience?: Experience | undefined;
    /** Frames that they should be given at once where they run now; 1 where they say nothing. */
    readonly framesAtOnce?: number;
    /** Model threads that were replaced since the start. */
    readonly replaced?: number;
  };
  /** Which of them look at a camera, where those are not the same for all. */
  readonly modelsOf?: ((camera: Identifier) => Models) | undefined;
  readonly publisher: WindowPublisher;
  /** Warns by itself while no server hears the agent. */
  readonly localAlarm?: LocalAlarm | undefined;
  /** How it stands with the certificate of a box that was enrolled. */
  readonly certificate?: () => EdgeHealth['certificate'];
  readonly sampling: SamplingSettings;
  readonly windowSeconds: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Agent {
  /** Resolves when all sources have ended; those of live cameras never do. */
  readonly finished: Promise<void>;
  /** Cameras that come and go; the others notice nothing. */
  readonly cameras: Pick<CameraRoster, 'add' | 'remove'>;
  /** Whether the agent lives, beyond that its process does. */
  pulse(): Pulse;
  /** Ends the cameras, sends the last windows and says goodbye. */
  stop(): Promise<void>;
}

const HEALTH_EVERY = 5_000;
const REPORT_EVERY = 1_000;
const CARE_EVERY = 5_000;

/** Starts the way of a frame: camera → newest frame → models → ground → window → broker. */
export const startAgent = (parts: AgentParts): Agent => {
  const { clock, localAlarm, log, models, publisher, windowSeconds } = parts;
  const origin: Origin = {
    venue: parts.venue,
    edge: parts.edge,
    bootId: randomBytes(8).toString('hex'),
  };
  const startedAt = toTimestamp(clock.now());
  const timers = new AbortController();
  const failures = new FailureReport(log);

  // Built from its end, so that each step finds the next one ready.
  // 5–6 A window that is complete is made anonymous and leaves.
  const publish = (station: CameraStation, windows: readonly ClosedWindow[]): void => {
    for (const closed of windows) {
      const window = anonymize(closed, station.view, origin);
      publisher.publish(window);
      localAlarm?.observe(window.message);
    }
  };
  const publishWindows = (station: CameraStation): void => publish(station, station.closeWindows());

  // 2–4 One loop looks at waiting frames: models, ground, fusion, zones.
  const loop = new InferenceLoop({
    ...{ clock, sampling: parts.sampling },
    modelsOf: parts.modelsOf ?? (() => models),
    framesAtOnce: () => models.framesAtOnce ?? 1,
    onLooked: (station, failure) => {
      if (failure !== undefined) failures.add(station.camera, failure);
      publishWindows(station);
    },
  });
  const inference = loop.run();

  // 1 Each camera fills its own slot with its newest frame.
  const roster = new CameraRoster({
    makeStation: (camera, leftOff) =>
      new CameraStation({
        ...{ ...camera, clock, log, windowSeconds, leftOff },
        experience: () => models.experience,
        onFrame: () => loop.wake(),
      }),
    ...{ loop, publish },
  });
  for (const camera of parts.cameras) roster.add(camera);

  every(clock, windowSeconds * 1_000, () => roster.stations.forEach(publishWindows), timers.signal);
  every(clock, REPORT_EVERY, () => failures.report(), timers.signal);
  const refreshCare = (): void => {
    for (const station of roster.stations) void station.refreshCare();
  };
  every(clock, CARE_EVERY, refreshCare, timers.signal);

  const publishHealth = (): void => {
    const certificate = parts.certificate?.();
    const { heldBy } = clock;
    publisher.publishHealth({
      v: 1,
      venue: parts.venue,
      edge: parts.edge,
      bootId: origin.bootId,
      at: toTimestamp(clock.now()),
      startedAt,
      version: parts.version,
      models: {
        ...(models.person === undefined ? {} : { person: models.person.id }),
        ...(models.density === undefined ? {} : { density: models.density.id }),
        provider: models.provider,
        ...(models.personProvider === undefined || models.personProvider === models.provider
          ? {}
          : { personProvider: models.personProvider }),
        ...((models.replaced ?? 0) === 0 ? {} : { replaced: models.replaced }),
      },
      queue: publisher.queue(),
      ...(heldBy === undefined ? {} : { clock: { heldBy } }),
      ...(localAlarm === undefined ? {} : { localAlarm: localAlarm.health() }),
      ...(certificate === undefined ? {} : { certificate }),
      memoryMegabytes: Math.round(process.memoryUsage.rss() / 1e5) / 10,
      cameras: roster.stations.map((station) => ({ ...station.health(), ...loop.report(station) })),
    });
  };
  publishHealth();
  every(clock, HEALTH_EVERY, publishHealth, timers.signal);

  const stop = async (): Promise<void> => {
    await roster.closeStreams();
    loop.stop();
    await inference;
    timers.abort();
    failures.report();
    for (const station of roster.stations) publish(station, station.flushWindows());
    publishHealth();
    localAlarm?.stop();
    await publisher.close();
  };
  const pulse = (): Pulse => {
    const vitals = roster.stations.map((station) => station.vitals);
    return pulseOf(vitals, clock.now());
  };
  return { finished: roster.finished, cameras: roster, pulse, stop };
};
