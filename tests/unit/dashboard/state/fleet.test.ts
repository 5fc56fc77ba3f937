import type { CameraState, EdgeState } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { faultsOf, fleetOf } from '../../../../dashboard/src/state/fleet.js';
import { cameraFindings } from '../../../../dashboard/src/state/fleet-camera-findings.js';
import { edgeFindings } from '../../../../dashboard/src/state/fleet-edge-findings.js';
import type { FleetFinding } from '../../../../dashboard/src/state/fleet-finding.js';
import { AT, EVENT, pictureOf } from '../live-samples.js';

type CameraHealth = NonNullable<CameraState['health']>;
type EdgeHealth = NonNullable<EdgeState['health']>;

const cameraHealth: CameraHealth = {
  camera: 'left',
  state: 'running',
  framesPerSecond: 5,
  frames: { captured: 500, processed: 480, superseded: 20, failed: 0 },
  reconnects: 0,
  decoder: 'software',
  calibrationError: 0.1,
  calibratedAt: '2026-07-01T10:00:00Z',
  drift: [],
};
const edgeHealth: EdgeHealth = {
  v: 1,
  venue: 'hall',
  edge: 'box',
  bootId: '0123456789abcdef',
  at: AT,
  startedAt: '2026-07-04T18:00:00Z',
  version: '1.0.0',
  models: { person: 'person', density: 'density', provider: 'cuda' },
  queue: {
    waiting: 40,
    dropped: 0,
    spool: {
      medium: 'disk',
      waiting: 40,
      bytes: 1,
      oldestSeconds: 9,
      thinned: 0,
      expired: 0,
      resent: 0,
    },
  },
  memoryMegabytes: 300,
};

const camera = (
  change: Partial<CameraState> = {},
  health: Partial<CameraHealth> = {},
): CameraState => ({
  camera: 'left',
  edge: 'box',
  state: 'live',
  fault: null,
  at: AT,
  latency: { p50: 90, p95: 160 },
  health: { ...cameraHealth, ...health },
  ...change,
});
const edge = (change: Partial<EdgeState> = {}, health: Partial<EdgeHealth> = {}): EdgeState => ({
  edge: 'box',
  status: 'online',
  clockSkew: 0.02,
  health: { ...edgeHealth, ...health },
  ...change,
});
const kinds = (findings: readonly FleetFinding[]): string[] =>
  findings.map(({ cause, isFault }) => `${isFault ? 'fault' : 'notice'} ${cause.kind}`);

describe('[U] what is wrong with an agent', () => {
  it('finds nothing where all is well, windows that wait for the next word of the server included', () => {
    expect(edgeFindings(edge())).toEqual([]);
  });

  it.each([
    ['fault edge-never-seen', edge({ status: 'never-seen', health: null, clockSkew: null })],
    ['fault edge-offline', edge({ status: 'offline' })],
    ['notice clock-skew', edge({ clockSkew: -0.9 })],
    ['fault clock-skew', edge({ clockSkew: 3 })],
    ['fault clock-held', edge({}, { clock: { heldBy: 3_600 } })],
    ['fault windows-lost', edge({}, { queue: { waiting: 0, dropped: 7 } })],
    ['notice provider-cpu', edge({}, { models: { person: 'person', provider: 'cpu' } })],
    ['fault model-missing', edge({}, { models: { provider: 'cuda' } })],
    ['fault model-replaced', edge({}, { models: { ...edgeHealth.models, replaced: 2 } })],
    [
      'notice local-alarm',
      edge({}, { localAlarm: { armed: true, active: [], raised: 0, failed: 0 } }),
    ],
    [
      'fault local-alarm-failed',
      edge({}, { localAlarm: { armed: false, active: [], raised: 1, failed: 1 } }),
    ],
  ])('finds %s', (found, state) => {
    expect(kinds(edgeFindings(state))).toEqual([found]);
  });

  it('tells a spool that waits from one that only memory holds', () => {
    const spool = {
      medium: 'memory',
      fault: 'full',
      waiting: 90,
      bytes: 1,
      oldestSeconds: 60,
      thinned: 0,
      expired: 0,
      resent: 0,
    } as const;
    expect(edgeFindings(edge({}, { queue: { waiting: 90, dropped: 0, spool } }))).toEqual([
      { isFault: true, cause: { kind: 'spool-in-memory', fault: 'full' } },
      { isFault: false, cause: { kind: 'spool-waiting', windows: 90, seconds: 60 } },
    ]);
  });
});

describe('[U] what is wrong with a camera', () => {
  it('finds nothing where all is well', () => {
    expect(cameraFindings(camera(), 3)).toEqual([]);
  });

  it.each([
    ['fault camera-never-seen', camera({ state: 'never-seen', health: null, latency: null })],
    ['fault camera-silent', camera({ state: 'stale' })],
    ['fault camera-fault', camera({ state: 'faulty', fault: 'covered' })],
    ['notice slow', camera({ latency: { p50: 900, p95: 1_400 } })],
    ['notice calibration-rough', camera({}, { calibrationError: 0.8 })],
    ['notice drift', camera({}, { drift: [{ statistic: 'brightness', deviations: -4 }] })],
    [
      'notice few-frames',
      camera({}, { framesPerSecond: 2, sampling: { wanted: 5, weight: 4, share: 0.2 } }),
    ],
    ['notice reconnects', camera({}, { reconnects: 9 })],
  ])('finds %s', (found, state) => {
    expect(kinds(cameraFindings(state, 3))).toEqual([found]);
  });

  it('does not call a camera starved that is looked at less because its ground is empty', () => {
    const sampling = { wanted: 5, weight: 1, share: 0.05 };
    expect(cameraFindings(camera({}, { framesPerSecond: 1, sampling }), 3)).toEqual([]);
  });

  it('finds an old calibration, and none that nobody dated', () => {
    expect(kinds(cameraFindings(camera(), 181))).toEqual(['notice calibration-old']);
    expect(cameraFindings(camera(), null)).toEqual([]);
  });
});

describe('[U] the fleet', () => {
  it('puts each camera under its agent, and the agent with most faults first', () => {
    const picture = pictureOf({
      edges: [edge({ edge: 'a-well' }), edge()],
      cameras: [camera({ state: 'faulty', fault: 'dark' }), camera({ camera: 'right' })],
    });
    const fleet = fleetOf(picture, EVENT);
    expect(fleet.map(({ state }) => state.edge)).toEqual(['box', 'a-well']);
    expect(fleet[0]?.cameras.map(({ definition }) => definition.id)).toEqual(['left', 'right']);
    expect(fleet.map(faultsOf)).toEqual([1, 0]);
    expect(fleet[0]?.cameras[0]?.calibrationDays).toBeCloseTo(3.396, 3);
  });
});
