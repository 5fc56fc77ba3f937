import type { Report } from '../shared/bench.js';
import { rounded } from '../shared/statistics.js';
import { type CurvePoint, camerasHeld, megabytesPerCamera } from './camera-curve.js';
import { ratioOf, type Speeds, speedOf } from './throughput.js';

export interface EdgeFindings {
  readonly speeds: Speeds;
  readonly curve: readonly CurvePoint[];
  readonly scene: string;
  readonly notes: readonly string[];
  readonly environment: object;
}

const LABELS: readonly (readonly [name: string, label: string])[] = [
  ['bare', 'bare onnxruntime, all three graphs'],
  ['agent', 'the agent, all three graphs'],
  ['bareYolox', 'bare onnxruntime, YOLOX file'],
  ['agentYolox', 'the agent, YOLOX file'],
  ['opencvYolox', 'OpenCV script, YOLOX file'],
];

/** Undefined where a side was not measured: JSON leaves it out. */
const ratio = (speeds: Speeds, one: string, other: string): number | undefined =>
  speeds.has(one) && speeds.has(other) ? rounded(ratioOf(speeds, one, other), 3) : undefined;

const roundedPoint = ({ publishLatencyMs, ...point }: CurvePoint) => ({
  cameras: point.cameras,
  capturedPerSecond: rounded(point.captured, 2),
  keptPerSecond: rounded(point.kept, 2),
  publishLatencyMs,
  load: rounded(point.load, 3),
  megabytes: rounded(point.megabytes, 1),
});

const memoryOf = (curve: readonly CurvePoint[]): number | undefined => {
  const megabytes = megabytesPerCamera(curve);
  return megabytes === undefined ? undefined : rounded(megabytes, 2);
};

/** The findings as figures for programs and tables for people. */
export const edgeReport = ({ curve, environment, notes, scene, speeds }: EdgeFindings): Report => {
  const points = curve.map(roundedPoint);
  const framesPerSecond = Object.fromEntries(
    [...speeds.keys()].map((name) => [name, rounded(speedOf(speeds, name), 2)]),
  );
  const json = {
    ratioToBareOnnx: ratio(speeds, 'agent', 'bare'),
    ratioToOpenCv: ratio(speeds, 'agentYolox', 'opencvYolox'),
    framesPerSecondPerCore: framesPerSecond.agent,
    publishLatencyMs: points[0]?.publishLatencyMs,
    camerasPerCore: camerasHeld(curve),
    /** As many frames as a core's time allows: what the curve would show on a machine without others. */
    camerasPerCoreByTime: rounded(speedOf(speeds, 'agent') / 5, 1),
    megabytesPerCamera: memoryOf(curve),
    /** The same YOLOX file in all three: what bare onnxruntime reaches bounds the agent. */
    yolox: {
      ratioToBareOnnx: ratio(speeds, 'agentYolox', 'bareYolox'),
      bareOnnxToOpenCv: ratio(speeds, 'bareYolox', 'opencvYolox'),
    },
    framesPerSecond,
    curve: points,
    scene,
    environment,
    notes,
  };
  const speedRows = LABELS.flatMap(([name, label]) =>
    speeds.has(name)
      ? [[label, speedOf(speeds, name).toFixed(1), (1_000 / speedOf(speeds, name)).toFixed(1)]]
      : [],
  );
  const ratios = [
    ['agent to bare onnxruntime, all three graphs', json.ratioToBareOnnx],
    ['agent to bare onnxruntime, YOLOX file', json.yolox.ratioToBareOnnx],
    ['agent to OpenCV script, YOLOX file', json.ratioToOpenCv],
    ['bare onnxruntime to OpenCV script, YOLOX file', json.yolox.bareOnnxToOpenCv],
  ].flatMap(([label, value]) =>
    typeof value === 'number' ? [[`${label}`, value.toFixed(2)]] : [],
  );
  return {
    json,
    notes: [
      ...notes,
      ...(json.megabytesPerCamera === undefined
        ? []
        : [`${json.megabytesPerCamera} MB of the agent's memory for each further camera`]),
    ],
    tables: [
      {
        title: `Frames per second of a core, ${scene}`,
        rows: [['', 'frames/s', 'ms'], ...speedRows],
      },
      { title: 'Ratios, medians over turns', rows: [['', 'ratio'], ...ratios] },
      {
        title: 'Cameras at 5 frames/s on one core',
        rows: [
          ['cameras', 'kept/s', 'publish p50 ms', 'p95 ms', 'load', 'MB'],
          ...points.map((point) => [
            `${point.cameras}`,
            point.keptPerSecond.toFixed(2),
            `${point.publishLatencyMs.p50}`,
            `${point.publishLatencyMs.p95}`,
            point.load.toFixed(2),
            `${point.megabytes}`,
          ]),
        ],
      },
    ],
  };
};
