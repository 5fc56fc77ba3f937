import { Decoder, Identifier, LIMITS, PictureFault } from '@throng/contract';
import Type from 'typebox';
import { BrokerSettings } from './broker-settings.js';
import { Calibration, Pixel } from './calibration-settings.js';
import { FleetAcceptance } from './fleet-settings.js';
import { LocalAlarmSettings } from './local-alarm-settings.js';
import { SamplingSettings } from './sampling-settings.js';
import { SpoolSettings } from './spool-settings.js';

const Path = Type.String({ minLength: 1, maxLength: 4_096 });

/** A user and a password of any characters; the password itself or a file that holds it. */
const credentials = {
  username: Type.Optional(Type.String({ minLength: 1 })),
  password: Type.Optional(Type.String()),
  passwordFile: Type.Optional(Path),
};

export const CameraSettings = Type.Object(
  {
    /** A camera of the venue that belongs to this edge. */
    id: Identifier,
    /** rtsp://, rtsps://, http://, https://, a video file or a folder of images. */
    source: Path,
    ...credentials,
    /** Frames per second to look at; more are dropped by the decoder. */
    framesPerSecond: Type.Number({ minimum: 0.1, maximum: 60 }),
    /** Play a file or folder again and again. */
    loop: Type.Boolean(),
    transport: Type.Union([Type.Literal('tcp'), Type.Literal('udp')]),
    /** What decodes the stream: what works best of this machine's, or one of them; else software. */
    decode: Type.Union([Type.Literal('auto'), Decoder]),
    /** Seconds without a frame after which the stream counts as stalled and is opened again. */
    stallSeconds: Type.Number({ minimum: 1, maximum: 600 }),
    /** Greatest width that the models see, pixels; a multiple of 32. */
    width: Type.Integer({ minimum: 128, maximum: 4_096, multipleOf: 32 }),
    calibration: Calibration,
    /**
     * Polygons that nobody may look into, in pixels of the calibration's picture: windows of
     * neighbours, a clock burned into the picture. They are blotted out before any model or watch
     * sees a frame; ground behind them is not seen, so it is unknown.
     */
    masks: Type.Array(Type.Array(Pixel, { minItems: 3, maxItems: 64 }), { maxItems: 32 }),
    /** Which faults of the picture are watched for. */
    watch: Type.Array(PictureFault, { maxItems: 5 }),
  },
  { additionalProperties: false },
);
export type CameraSettings = Type.Static<typeof CameraSettings>;

export const EdgeSettings = Type.Object(
  {
    edge: Identifier,
    /** A YAML file whose `venue:` holds the venue; relative to this file. */
    venue: Path,
    /** Take over changes of this file and the venue's as they are saved; SIGHUP does it at any time. */
    watchSettings: Type.Boolean(),
    /**
     * The folder of what must survive a restart, relative to this file: where cameras looked, who
     * confirmed it, hand counts. No picture is ever in it.
     */
    state: Path,
    broker: BrokerSettings,
    spool: SpoolSettings,
    localAlarm: Type.Optional(LocalAlarmSettings),
    fleet: Type.Optional(FleetAcceptance),
    models: Type.Object(
      {
        /** Where the models are listed; the ones that come with Throng by default. */
        manifest: Type.Optional(Path),
        /**
         * A model's id, the path of an .onnx file, or "none". By default the first of the manifest.
         * For persons also `coco-ssd:` and a folder or address.
         */
        person: Type.Optional(Path),
        density: Type.Optional(Path),
        /** Cores that one inference may use. */
        threads: Type.Integer({ minimum: 1, maximum: 256 }),
        /** Asked for in this order; the CPU is always the last. */
        providers: Type.Array(
          Type.Union([
            Type.Literal('tensorrt'),
            Type.Literal('cuda'),
            Type.Literal('webgpu'),
            Type.Literal('cpu'),
          ]),
          { maxItems: 4 },
        ),
      },
      { additionalProperties: false },
    ),
    sampling: SamplingSettings,
    window: Type.Object(
      {
        seconds: Type.Integer(LIMITS.windowSeconds),
        /** Side of a ground cell, metres. */
        cellSize: Type.Number(LIMITS.cellSize),
      },
      { additionalProperties: false },
    ),
    cameras: Type.Array(CameraSettings, { minItems: 1, maxItems: LIMITS.camerasPerEdge }),
  },
  { additionalProperties: false, $id: 'edge-settings' },
);
export type EdgeSettings = Type.Static<typeof EdgeSettings>;
