import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { CameraFault } from '../messages/measurement-window.js';
import { Timestamp } from '../timestamp.js';
import { Aggravation } from './aggravation.js';
import { AlertHandling } from './alert-handling.js';
import { Explanation } from './explanation.js';
import { ForecastReason } from './forecast-reason.js';
import { LimitOrigin } from './zone-limits.js';

/** Sensor faults are a class of their own, so that they never hide among crowd alerts. */
export const AlertPriority = Type.Union([
  Type.Literal('watch'),
  Type.Literal('warning'),
  Type.Literal('critical'),
  Type.Literal('emergency'),
]);
export type AlertPriority = Type.Static<typeof AlertPriority>;

/** The numbers behind a density alert, kept with it: why it was raised and what would clear it. */
export const DensityReason = Type.Object(
  {
    kind: Type.Literal('density'),
    zone: Identifier,
    /** Persons/m² when the alert last changed, its σ, and the band's limit that was passed. */
    density: Type.Number(),
    sigma: Type.Number(),
    threshold: Type.Number(),
    persons: Type.Number(),
    coverage: Type.Number(),
    /** Seconds above the limit when the alert was raised, and the on-delay asked for. */
    sustainedSeconds: Type.Number(),
    onDelaySeconds: Type.Number(),
    /** Persons/m² under which it clears, and for how many seconds it must stay there. */
    clearsBelow: Type.Number(),
    offDelaySeconds: Type.Number(),
    trend: Type.Union([Type.Number(), Type.Null()]),
    /** Where the limit comes from; absent in what older releases wrote, as are aggravations. */
    limitFrom: Type.Optional(LimitOrigin),
    /** What raised the alert above the band of its density alone; `threshold` is then the lower band's. */
    aggravations: Type.Optional(Type.Array(Aggravation, { maxItems: 4 })),
    /** As last made (SPEC LV12); absent where none is known yet. */
    explanation: Type.Optional(Explanation),
  },
  { additionalProperties: false },
);

export const CameraLostReason = Type.Object(
  {
    kind: Type.Literal('camera-lost'),
    camera: Identifier,
    edge: Identifier,
    because: Type.Union([
      Type.Literal('stale'),
      Type.Literal('edge-offline'),
      Type.Literal('never-seen'),
      CameraFault,
    ]),
    lastMeasuredAt: Type.Union([Timestamp, Type.Null()]),
    /** Zones that are now unknown or only partly known. */
    zones: Type.Array(Identifier),
  },
  { additionalProperties: false },
);

/** Two agents that write under one id: neither can be trusted until one is renamed. */
export const DuplicateEdgeReason = Type.Object(
  {
    kind: Type.Literal('duplicate-edge'),
    edge: Identifier,
    bootIds: Type.Array(Type.String(), { minItems: 2, maxItems: 2 }),
  },
  { additionalProperties: false },
);

/** The store cannot be written: live work goes on, the record has a hole. */
export const StoreReason = Type.Object(
  {
    kind: Type.Literal('store-failing'),
    code: Type.String({ maxLength: 60 }),
    rowsLost: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);

export const Alert = Type.Object(
  {
    id: Type.String({ maxLength: 64 }),
    category: Type.Union([Type.Literal('crowd'), Type.Literal('system')]),
    priority: AlertPriority,
    state: Type.Union([Type.Literal('active'), Type.Literal('cleared')]),
    raisedAt: Timestamp,
    /** When priority or state last changed, or what the reason rests on. */
    changedAt: Timestamp,
    clearedAt: Type.Union([Timestamp, Type.Null()]),
    /** Alerts of one cause have the same (SPEC LV13); absent where the cause is not known. */
    incident: Type.Optional(Type.String({ maxLength: 64 })),
    /** Absent in what older releases wrote: nobody has done anything about it. */
    handling: Type.Optional(AlertHandling),
    reason: Type.Union([
      DensityReason,
      ForecastReason,
      CameraLostReason,
      DuplicateEdgeReason,
      StoreReason,
    ]),
  },
  { additionalProperties: false, $id: 'alert' },
);
export type Alert = Type.Static<typeof Alert>;
