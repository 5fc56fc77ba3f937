import Type from 'typebox';
import { Identifier } from '../identifier.js';

const Share = Type.Number({ minimum: 0, maximum: 1 });
const closed = { additionalProperties: false } as const;

/** Share of the people on ground that stops and goes. */
export const StopAndGo = Type.Object({ kind: Type.Literal('stop-and-go'), share: Share }, closed);

/** 0: all go one way; 1: as many go one way as the other. */
export const Counterflow = Type.Object({ kind: Type.Literal('counterflow'), index: Share }, closed);

/** The way out lets fewer through than it has shown that it can, while people wait for it. */
export const SlowedOutflow = Type.Object(
  {
    kind: Type.Literal('slowed-outflow'),
    passage: Identifier,
    /** Persons per minute out of the zone: now, and the most it has shown of late. */
    perMinute: Type.Number({ minimum: 0 }),
    capacityPerMinute: Type.Number({ minimum: 0 }),
    /** Persons in the zone beyond those who would be on their way through it. */
    queue: Type.Number({ minimum: 0 }),
  },
  closed,
);

/** Crowd pressure P = ρ·Var(v), 1/s², in a dense crowd that hardly moves. */
export const Compression = Type.Object(
  {
    kind: Type.Literal('compression'),
    pressure: Type.Number({ minimum: 0 }),
    /** Mean speed, m/s, and its variance, m²/s²: over one window of this many seconds. */
    meanSpeed: Type.Number({ minimum: 0 }),
    speedVariance: Type.Number({ minimum: 0 }),
    windowSeconds: Type.Number({ minimum: 0 }),
  },
  closed,
);

/** What makes a density worse than its number says: how its people move. */
export const Aggravation = Type.Union([StopAndGo, Counterflow, SlowedOutflow, Compression]);
export type Aggravation = Type.Static<typeof Aggravation>;
