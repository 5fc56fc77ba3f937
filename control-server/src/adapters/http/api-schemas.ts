import {
  Alert,
  CameraState,
  EdgeState,
  Identifier,
  PassageForecast,
  PassageState,
  Timestamp,
  VenueDefinition,
  ZoneForecast,
  ZoneState,
} from '@throng/contract';
import Type from 'typebox';

/** A `Fault` of the contract; its causes are written out there (`FaultCause`), once. */
const ToldFault = Type.Object({
  path: Type.String(),
  message: Type.String(),
  cause: Type.Optional(Type.Object({ code: Type.String() }, { additionalProperties: true })),
});

/** The one form of every error. */
export const ApiError = Type.Object(
  {
    error: Type.Object({
      code: Type.String(),
      message: Type.String(),
      faults: Type.Optional(Type.Array(ToldFault)),
    }),
  },
  {
    $id: 'error',
    description:
      'code is a stable word, message is for a person; faults name what must be mended, each with its path in the body and, by a code with what it goes by, its cause',
  },
);

export const State = Type.Object(
  {
    at: Timestamp,
    zones: Type.Array(ZoneState),
    forecasts: Type.Array(ZoneForecast),
    formerEvents: Type.Array(Identifier, {
      description: 'former events of the same plan that the forecasts go by, the newest first',
    }),
    passages: Type.Array(PassageState),
    cameras: Type.Array(CameraState),
    edges: Type.Array(EdgeState),
    alerts: Type.Array(Alert),
  },
  { description: 'all that is known now; ground grids come over the live channel only' },
);

export const HistoryQuery = Type.Object(
  {
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
    step: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 86_400, description: 'seconds, 10 by default' }),
    ),
  },
  { additionalProperties: false },
);

export const ZoneHistory = Type.Object({
  zone: Type.String(),
  from: Timestamp,
  to: Timestamp,
  step: Type.Integer(),
  points: Type.Array(
    Type.Object({
      at: Timestamp,
      persons: Type.Number(),
      sigma: Type.Number(),
      density: Type.Number({ description: 'persons/m² over the measured area' }),
      densityP95: Type.Number(),
      coverage: Type.Number({ description: 'share of the zone measured, 0 to 1' }),
    }),
    { description: 'begin of each step; a step in which nothing was measured is left out' },
  ),
});

export const AlertsQuery = Type.Object(
  {
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
    state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('cleared')])),
  },
  { additionalProperties: false },
);

export const ZoneParameters = Type.Object({ zone: Type.String({ maxLength: 48 }) });

export const Zones = Type.Array(ZoneState);
export const Forecasts = Type.Array(ZoneForecast);
export const PassageForecasts = Type.Array(PassageForecast);
export const Passages = Type.Array(PassageState);
export const Cameras = Type.Array(CameraState);
export const Edges = Type.Array(EdgeState);
export const Alerts = Type.Array(Alert);
export const Venue = VenueDefinition;
