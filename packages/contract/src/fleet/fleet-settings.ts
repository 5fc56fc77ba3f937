import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { LIMITS } from '../limits.js';
import { repeatedId } from '../repeated-id.js';
import { type Fault, faultsUnder } from '../schema-faults.js';
import { type Checked, shapeOf } from '../settings/check-shape.js';
import { VenueDefinition } from '../venue/venue-definition.js';
import { venueFaults } from '../venue/venue-faults.js';
import { Masks, PushedCalibration } from './pushed-calibration.js';

const closed = { additionalProperties: false } as const;

/** What may be pushed of one camera; its stream and its secrets stay on the box. */
export const CameraWish = Type.Object(
  {
    id: Identifier,
    /** False: its stream is closed and nothing of it is measured. */
    enabled: Type.Optional(Type.Boolean()),
    /** Frames per second to look at. */
    framesPerSecond: Type.Optional(Type.Number({ minimum: 0.1, maximum: 60 })),
    /** In the place of all masks of the box's file. */
    masks: Type.Optional(Masks),
    /** In the place of the whole calibration of the box's file. */
    calibration: Type.Optional(PushedCalibration),
  },
  closed,
);
export type CameraWish = Type.Static<typeof CameraWish>;

/** Times of the local alarm; what it runs and whom it tells stays on the box. */
export const AlarmWish = Type.Object(
  {
    after: Type.Optional(Type.Number({ minimum: 5, maximum: 3_600 })),
    onDelaySeconds: Type.Optional(Type.Number({ minimum: 1, maximum: 600 })),
    offDelaySeconds: Type.Optional(Type.Number({ minimum: 1, maximum: 3_600 })),
    repeatSeconds: Type.Optional(Type.Number({ minimum: 10, maximum: 86_400 })),
  },
  closed,
);
export type AlarmWish = Type.Static<typeof AlarmWish>;

/** All that a server may decide of a box (FL1). What is not named stays as the box's own file has it. */
export const FleetSettings = Type.Object(
  {
    cameras: Type.Optional(Type.Array(CameraWish, { maxItems: LIMITS.camerasPerEdge })),
    /** Zones, passages and ground of the cameras, in the place of the box's venue file. */
    venue: Type.Optional(VenueDefinition),
    localAlarm: Type.Optional(AlarmWish),
  },
  closed,
);
export type FleetSettings = Type.Static<typeof FleetSettings>;

const shape = shapeOf(FleetSettings);

/** Reads settings to be pushed; every fault at once, each with its path and remedy. */
export const parseFleetSettings = (value: unknown): Checked<FleetSettings> => {
  const checked = shape(value);
  if (!checked.ok) return checked;
  const faults = settingsFaults(checked.value);
  return faults.length === 0 ? checked : { ok: false, faults };
};

/** What a schema cannot say of them. */
const settingsFaults = ({ cameras = [], venue }: FleetSettings): Fault[] => [
  ...cameras.flatMap(({ id }, index) =>
    cameras.findIndex((camera) => camera.id === id) < index
      ? [repeatedId(`/cameras/${index}/id`, id)]
      : [],
  ),
  ...(venue === undefined ? [] : faultsUnder('/venue', venueFaults(venue))),
];
