import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { LIMITS } from '../limits.js';
import { Timestamp } from '../timestamp.js';
import { EdgeQueue, LocalAlarmHealth } from './edge-queue.js';
import { CameraFault, FrameCounts, Latency, PictureFault } from './measurement-window.js';

const Version = Type.String({ pattern: '^[0-9A-Za-z.+-]{1,32}$' });
const ModelId = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,47}$' });

/** What computes: a provider of onnxruntime, or a backend of TensorFlow.js under COCO-SSD. */
const Provider = Type.Union([
  Type.Literal('cpu'),
  Type.Literal('cuda'),
  Type.Literal('tensorrt'),
  Type.Literal('webgpu'),
  Type.Literal('tfjs-node-gpu'),
  Type.Literal('tfjs-node'),
  Type.Literal('wasm'),
]);

/** What turns a camera's stream into pictures. */
export const Decoder = Type.Union([
  Type.Literal('software'),
  Type.Literal('cuda'),
  Type.Literal('vaapi'),
  Type.Literal('qsv'),
  Type.Literal('videotoolbox'),
]);
export type Decoder = Type.Static<typeof Decoder>;

/** One thing in which a camera left what its model was trained on. */
const Drift = Type.Object(
  {
    statistic: Type.Union([
      Type.Literal('brightness'),
      Type.Literal('sharpness'),
      Type.Literal('activeShare'),
      Type.Literal('disagreement'),
    ]),
    /** How far, in standard deviations of the training pictures. */
    deviations: Type.Number({ minimum: -100, maximum: 100 }),
  },
  { additionalProperties: false },
);

/** The correction by hand counts that a camera's counts carry. Who counted stays on the box. */
const Correction = Type.Object(
  {
    /** What the models' counts are multiplied with. */
    factor: Type.Number({ minimum: 0.1, maximum: 10 }),
    /** Relative standard deviation that is left, s of σ² = (s·n)² + n + σ₀². */
    relative: Type.Number({ minimum: 0, maximum: 1 }),
    /** Hand counts behind it. */
    counts: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** When the last of them was entered. */
    at: Timestamp,
  },
  { additionalProperties: false },
);

/** How the models' time was shared out over the last report. */
const Sampling = Type.Object(
  {
    /** Frames per second that the camera's settings ask for. */
    wanted: Type.Number({ minimum: 0, maximum: 1_000 }),
    /** Its claim beside other cameras, by risk: 1 for empty ground, 16 in an emergency. */
    weight: Type.Number({ minimum: 1, maximum: 16 }),
    /** Share of all time in which the models looked at this camera, 0 to 1. */
    share: Type.Number({ minimum: 0, maximum: 1 }),
    /** Share of the looks in which the density model took part, 0 to 1. */
    density: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  },
  { additionalProperties: false },
);

export const CameraHealth = Type.Object(
  {
    camera: Identifier,
    state: Type.Union([
      Type.Literal('starting'),
      Type.Literal('running'),
      Type.Literal('faulty'),
      Type.Literal('ended'),
    ]),
    fault: Type.Optional(CameraFault),
    /** Frames analysed per second over the last report. */
    framesPerSecond: Type.Number({ minimum: 0, maximum: 1_000 }),
    /** Frames since the agent started. */
    frames: FrameCounts,
    latency: Type.Optional(Latency),
    reconnects: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    /** What decodes in fact, which may not be what was asked for; absent until a picture came. */
    decoder: Type.Optional(Decoder),
    /** RMS reprojection error of the calibration, metres on the ground. */
    calibrationError: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
    /** When the camera was calibrated; by whom stays on its box (P9). */
    calibratedAt: Type.Optional(Timestamp),
    /** Empty while the camera is inside the model's experience; absent where nobody can tell. */
    drift: Type.Optional(Type.Array(Drift, { maxItems: 4 })),
    sampling: Type.Optional(Sampling),
    /** Which watch over the picture fired, and since when; absent while none has. */
    pictureFault: Type.Optional(
      Type.Object({ fault: PictureFault, since: Timestamp }, { additionalProperties: false }),
    ),
    /** What hand counts made of this camera's counts; absent while nobody has counted. */
    correction: Type.Optional(Correction),
  },
  { additionalProperties: false },
);
export type CameraHealth = Type.Static<typeof CameraHealth>;

/** What an engineer must see of an agent without a visit. Retained; renewed every few seconds. */
export const EdgeHealth = Type.Object(
  {
    v: Type.Literal(1),
    venue: Identifier,
    edge: Identifier,
    bootId: Type.String({ pattern: '^[0-9a-f]{16}$' }),
    at: Timestamp,
    startedAt: Timestamp,
    version: Version,
    models: Type.Object(
      {
        person: Type.Optional(ModelId),
        density: Type.Optional(ModelId),
        /** Where inference really runs now, which may not be where it was asked to. */
        provider: Provider,
        /** Where the person detector runs, if elsewhere. */
        personProvider: Type.Optional(Provider),
        /** Model threads that died or were stuck and were replaced, since the start; absent for none. */
        replaced: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
      },
      { additionalProperties: false },
    ),
    queue: EdgeQueue,
    /** Absent while the box's time of day is believed (EH2). */
    clock: Type.Optional(
      Type.Object(
        {
          /** Seconds that the box's time of day is ahead of the one that the agent goes by. */
          heldBy: Type.Number({ minimum: -100_000_000_000, maximum: 100_000_000_000 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Absent where no local alarm is set. */
    localAlarm: Type.Optional(LocalAlarmHealth),
    /** Of a box that was enrolled: until when it may speak, and whether the next certificate comes in time (EN5). */
    certificate: Type.Optional(
      Type.Object(
        {
          endsAt: Timestamp,
          renewal: Type.Union([Type.Literal('in-time'), Type.Literal('failing')]),
        },
        { additionalProperties: false },
      ),
    ),
    memoryMegabytes: Type.Number({ minimum: 0, maximum: 10_000_000 }),
    cameras: Type.Array(CameraHealth, { maxItems: LIMITS.camerasPerEdge }),
  },
  { additionalProperties: false, $id: 'edge-health' },
);
export type EdgeHealth = Type.Static<typeof EdgeHealth>;
