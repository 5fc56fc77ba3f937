import { type CameraState, type EdgeState, fromTimestamp } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';

/** Cameras and agents with their health, the ill ones first. */
export const DeviceSection = ({
  picture,
  now,
}: {
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
}) => {
  const cameras = [...picture.cameras.values()].sort((a, b) => isWell(a) - isWell(b));
  const edges = [...picture.edges.values()];
  const live = cameras.filter(isWell).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys
    <div className="scroll devices" tabIndex={0}>
      <h2 className="hidden">{texts.page.section.devices}</h2>
      <h3>
        {texts.devices.cameras}
        <span className="note">{texts.devices.someLive(live, cameras.length)}</span>
      </h3>
      <ul className="device-list">
        {cameras.map((camera) => (
          <Camera key={camera.camera} state={camera} picture={picture} now={now} />
        ))}
      </ul>
      <h3>
        {texts.devices.edges}
        <span className="note">
          {texts.devices.someLive(
            edges.filter(({ status }) => status === 'online').length,
            edges.length,
          )}
        </span>
      </h3>
      <ul className="device-list">
        {edges.map((edge) => (
          <Edge key={edge.edge} state={edge} />
        ))}
      </ul>
    </div>
  );
};

const isWell = ({ state }: CameraState): number => (state === 'live' ? 1 : 0);

const Camera = ({
  state: { camera, edge, state, fault, at, health, latency },
  picture,
  now,
}: {
  readonly state: CameraState;
  readonly picture: Picture;
  readonly now: number;
}) => {
  const name = picture.venue.cameras.find(({ id }) => id === camera)?.name ?? camera;
  const words = texts.devices;
  const facts = [
    fault === null ? null : words.fault[fault],
    state === 'live' || at === null ? null : texts.unknown.since((now - fromTimestamp(at)) / 1_000),
    state === 'live' && health !== null ? words.frames(health.framesPerSecond) : null,
    latency === null ? null : words.latency(latency.p95),
    health?.calibrationError === undefined ? null : words.calibration(health.calibrationError),
    health === null || health.reconnects === 0 ? null : words.reconnects(health.reconnects),
  ];
  return (
    <Device
      name={name}
      aside={edge}
      isWell={state === 'live'}
      state={words.camera[state]}
      facts={facts}
    />
  );
};

const Edge = ({ state: { edge, status, health, clockSkew } }: { readonly state: EdgeState }) => {
  const words = texts.devices;
  const facts =
    health === null
      ? []
      : [
          words.models(health.models.person, health.models.density, health.models.provider),
          words.memory(health.memoryMegabytes),
          health.queue.waiting > 0 ? words.queue(health.queue.waiting) : null,
          health.queue.dropped > 0 ? words.dropped(health.queue.dropped) : null,
          clockSkew === null || Math.abs(clockSkew) < 0.5 ? null : words.skew(clockSkew),
        ];
  return (
    <Device
      name={edge}
      aside={health?.version ?? ''}
      isWell={status === 'online'}
      state={words.edge[status]}
      facts={facts}
    />
  );
};

const Device = (device: {
  readonly name: string;
  readonly aside: string;
  readonly isWell: boolean;
  readonly state: string;
  readonly facts: readonly (string | null)[];
}) => (
  <li className={device.isWell ? 'device well' : 'device ill'}>
    <span className="device-state">{device.state}</span>
    <span className="device-name">{device.name}</span>
    <span className="device-aside">{device.aside}</span>
    <span className="device-facts">{device.facts.filter((fact) => fact !== null).join(' · ')}</span>
  </li>
);
