import Type from 'typebox';
import { Identifier } from '../identifier.js';

/** Persons per minute. */
export const PerMinute = Type.Number({ minimum: 0, maximum: 100_000 });
export const Persons = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** A passage by which a queue fills; null where nobody sees its line now: unknown is not empty. */
export const Feeder = Type.Object(
  { passage: Identifier, perMinute: Type.Union([PerMinute, Type.Null()]) },
  { additionalProperties: false },
);
export type Feeder = Type.Static<typeof Feeder>;

/** Who stands before a bottleneck: all people of the zones in which they wait. */
export const Queue = Type.Object(
  { persons: Persons, zones: Type.Array(Identifier, { maxItems: 12 }) },
  { additionalProperties: false },
);

const behind = {
  queue: Queue,
  /** The greatest flow first, unknown ones last. */
  feeders: Type.Array(Feeder, { maxItems: 4 }),
};

/** A passage that lets fewer through than want to. */
export const DoorBottleneck = Type.Object(
  {
    kind: Type.Literal('door'),
    passage: Identifier,
    /** The zone before it. */
    from: Identifier,
    /** What goes through, away from `from`; null where its line is not seen now. */
    perMinute: Type.Union([PerMinute, Type.Null()]),
    capacityPerMinute: PerMinute,
    /**
     * `learnt`: seen pressed; `shown`: the most that was seen, never pressed, so it may carry more;
     * `planned`: never used, so 1.37 persons/(s·m) of its width.
     */
    capacityIs: Type.Union([
      Type.Literal('learnt'),
      Type.Literal('shown'),
      Type.Literal('planned'),
    ]),
    /** Share of the capacity that is missing; from 0.2 on the door has dropped. */
    lostShare: Type.Number({ minimum: 0, maximum: 1 }),
    ...behind,
  },
  { additionalProperties: false },
);

/** A zone that is so full that those before it cannot come in. */
export const PackedBottleneck = Type.Object(
  {
    kind: Type.Literal('packed-zone'),
    zone: Identifier,
    /** Persons/m² */
    density: Type.Number({ minimum: 0 }),
    ...behind,
  },
  { additionalProperties: false },
);

/** Where the way of a zone's people is narrowest (SPEC LV12). */
export const Bottleneck = Type.Union([DoorBottleneck, PackedBottleneck]);
export type Bottleneck = Type.Static<typeof Bottleneck>;
