import { AlertBands, Identifier } from '@throng/contract';
import Type from 'typebox';

const seconds = (minimum: number, maximum: number, byDefault: number) =>
  Type.Number({ minimum, maximum, default: byDefault });

/** Bands for kinds of zones; those not named keep theirs. */
const BandsByKind = Type.Object(
  {
    walkway: Type.Optional(AlertBands),
    stairs: Type.Optional(AlertBands),
    queue: Type.Optional(AlertBands),
    viewing: Type.Optional(AlertBands),
  },
  { additionalProperties: false },
);

const AggravationKind = Type.Union([
  Type.Literal('stop-and-go'),
  Type.Literal('counterflow'),
  Type.Literal('slowed-outflow'),
  Type.Literal('compression'),
]);

/** When alerts are raised and cleared, and by which limits. */
export const AlertSettings = Type.Object(
  {
    onDelaySeconds: seconds(1, 600, 10),
    emergencyOnDelaySeconds: seconds(1, 600, 5),
    offDelaySeconds: seconds(1, 3_600, 30),
    deadband: Type.Number({ minimum: 0, maximum: 0.5, default: 0.1 }),
    unansweredAfterSeconds: seconds(10, 3_600, 60),
    bands: Type.Optional(BandsByKind),
    bandsByPhase: Type.Optional(
      Type.Record(Identifier, BandsByKind, { additionalProperties: false, maxProperties: 50 }),
    ),
    /** How people move that raises an alert above the band of its density. */
    raisedBy: Type.Array(AggravationKind, {
      uniqueItems: true,
      default: ['stop-and-go', 'counterflow', 'slowed-outflow', 'compression'],
    }),
  },
  { additionalProperties: false, default: {} },
);
