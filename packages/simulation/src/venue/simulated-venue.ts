import {
  CalendarDefinition,
  Coordinates,
  Identifier,
  Ring,
  VenueDefinition,
} from '@throng/contract';
import Type from 'typebox';

const closed = { additionalProperties: false };

const Seconds = Type.Number({ minimum: 0, maximum: 86_400 });
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** One part of the evening; the next begins where it ends. */
export const PhaseDefinition = Type.Object(
  {
    id: Identifier,
    /** Length, seconds of event time. */
    seconds: Type.Number({ exclusiveMinimum: 0, maximum: 86_400 }),
    /** People who come from outside, persons/s over all entrances; the mean over the phase. */
    arrivals: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    /** How arrivals spread over the phase: all alike, or rising to a peak in its middle. */
    arrivalShape: Type.Optional(Type.Union([Type.Literal('even'), Type.Literal('peaked')])),
  },
  closed,
);
export type PhaseDefinition = Type.Static<typeof PhaseDefinition>;

/** Where people come in: a passage from `outside`, and the share of arrivals who head for it. */
export const EntranceDefinition = Type.Object(
  {
    passage: Identifier,
    share: Share,
    /** Persons/m² in the zone behind it from which newcomers try another entrance, if one is freer; 3.5 before the cameras, never in the whole crowd’s evening, where it is not given. */
    full: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 10 })),
    /** People who come in bursts, as from a train, on top of the phase's arrivals. */
    bursts: Type.Optional(
      Type.Object(
        {
          /** Event time at which the first is due; half the interval where it is not given. */
          first: Type.Optional(Seconds),
          /** Seconds from one burst to the next. */
          every: Type.Number({ minimum: 10, maximum: 86_400 }),
          persons: Type.Integer({ minimum: 1, maximum: 10_000 }),
          /** Seconds over which a burst arrives. */
          within: Type.Number({ minimum: 1, maximum: 3_600 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type EntranceDefinition = Type.Static<typeof EntranceDefinition>;

/** How a passage behaves. Passages that aren't listed are open ways both ways. */
export const DoorDefinition = Type.Object(
  {
    passage: Identifier,
    /** Persons per second and metre of effective width; 1.3 where it is not given. */
    capacity: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 3 })),
    /** Only from → to. */
    oneWay: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type DoorDefinition = Type.Static<typeof DoorDefinition>;

/** Somewhere to stand: a counter, a part of the floor. */
export const PlaceDefinition = Type.Object(
  {
    id: Identifier,
    zone: Identifier,
    /** Within the zone; the whole zone where it is not given. */
    polygon: Type.Optional(Ring),
    /** What people there look at and like to be near. */
    facing: Type.Optional(Coordinates),
    /** A concession: people are served one after the other at so many counters, for the stop's seconds each. */
    counters: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
);
export type PlaceDefinition = Type.Static<typeof PlaceDefinition>;

/** One stop: stay for some seconds (least, most), or until a phase begins. */
export const StopDefinition = Type.Object(
  {
    place: Identifier,
    /** How many of those on this itinerary make the stop; all where it is not given. */
    share: Type.Optional(Share),
    seconds: Type.Optional(Type.Tuple([Seconds, Seconds])),
    until: Type.Optional(Identifier),
  },
  closed,
);
export type StopDefinition = Type.Static<typeof StopDefinition>;

/** What a share of the audience does; after the last stop they leave. */
export const ItineraryDefinition = Type.Object(
  {
    id: Identifier,
    share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    stops: Type.Array(StopDefinition, { minItems: 1, maxItems: 50 }),
  },
  closed,
);
export type ItineraryDefinition = Type.Static<typeof ItineraryDefinition>;

/** A time, or the two between which each seed draws its own. */
const DrawnTime = Type.Union([Seconds, Type.Tuple([Seconds, Seconds])]);

/**
 * Something that goes wrong: a passage that works at a share of its capacity (0 closes it), a surge
 * of people to one place, or an evacuation. Exactly one of `passage`, `surgeTo` and `evacuate`.
 */
export const IncidentDefinition = Type.Object(
  {
    at: DrawnTime,
    /** Seconds after which a passage works again, or a surge is over; for ever where not given. */
    seconds: Type.Optional(DrawnTime),
    /** How likely the incident is on an evening; 1 where it is not given. */
    chance: Type.Optional(Share),
    passage: Type.Optional(Identifier),
    /** Share of the passage's capacity that is left. */
    capacity: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    /** The place to which people surge. */
    surgeTo: Type.Optional(Identifier),
    /** Share of those inside who join the surge. */
    share: Type.Optional(Share),
    /** All leave by the nearest way out. */
    evacuate: Type.Optional(Type.Literal(true)),
  },
  closed,
);
export type IncidentDefinition = Type.Static<typeof IncidentDefinition>;

const Place3 = Type.Tuple([
  Type.Number({ minimum: -100_000, maximum: 100_000 }),
  Type.Number({ minimum: -100_000, maximum: 100_000 }),
  Type.Number({ minimum: 0, maximum: 200 }),
]);

/** Where one of the venue's cameras hangs. Metres and degrees (horizontal field of view), pixels. */
export const CameraPoseDefinition = Type.Object(
  {
    camera: Identifier,
    position: Place3,
    lookAt: Place3,
    fieldOfView: Type.Number({ minimum: 5, maximum: 140 }),
    width: Type.Integer({ minimum: 64, maximum: 4096 }),
    height: Type.Integer({ minimum: 64, maximum: 4096 }),
  },
  closed,
);
export type CameraPoseDefinition = Type.Static<typeof CameraPoseDefinition>;

/** A venue with the evening that happens in it. */
export const SimulatedVenue = Type.Object(
  {
    venue: VenueDefinition,
    /** The evening as a server plans it; the simulation itself goes by its own phases. */
    calendar: Type.Optional(CalendarDefinition),
    simulation: Type.Object(
      {
        phases: Type.Array(PhaseDefinition, { minItems: 1, maxItems: 50 }),
        entrances: Type.Array(EntranceDefinition, { minItems: 1, maxItems: 200 }),
        doors: Type.Array(DoorDefinition, { maxItems: 2_000 }),
        places: Type.Array(PlaceDefinition, { minItems: 1, maxItems: 500 }),
        itineraries: Type.Array(ItineraryDefinition, { minItems: 1, maxItems: 100 }),
        incidents: Type.Optional(Type.Array(IncidentDefinition, { maxItems: 500 })),
        /** Shares of parties of one, two, three … persons; all alone where it is not given. */
        parties: Type.Optional(Type.Array(Share, { minItems: 1, maxItems: 12 })),
        cameras: Type.Array(CameraPoseDefinition, { maxItems: 200 }),
      },
      closed,
    ),
  },
  closed,
);
export type SimulatedVenue = Type.Static<typeof SimulatedVenue>;
