import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';

const closed = { additionalProperties: false } as const;

/** The name of an account; in open access, what somebody typed. */
const Person = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.String({ maxLength: 300 });

const Signed = Type.Object({ by: Person, at: Timestamp }, closed);

export const STOP_REASONS = [
  'crowd-density',
  'crowd-collapse',
  'medical',
  'structure',
  'fire',
  'weather',
  'security',
  'other',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

const StopReasonWord = Type.Unsafe<StopReason>(
  Type.Union(STOP_REASONS.map((word) => Type.Literal(word))),
);

/** Why a show is to be stopped, in a word and in somebody's own words, and where. */
export const StopOrder = Type.Object(
  {
    reason: StopReasonWord,
    note: Words,
    /** Where it is about; none is the whole venue. */
    zones: Type.Array(Identifier, { maxItems: 200, uniqueItems: true }),
  },
  closed,
);
export type StopOrder = Type.Static<typeof StopOrder>;

export const ChecklistItem = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 200 }),
    /** Who has done it, and when; null: nobody has. */
    done: Type.Union([Signed, Type.Null()]),
  },
  closed,
);
export type ChecklistItem = Type.Static<typeof ChecklistItem>;

/** Somebody asks, and waits for somebody else to confirm. */
export const ShowAsk = Type.Object(
  {
    ...Signed.properties,
    lapsesAt: Timestamp,
    /** What to stop; null: the show is to go on again. */
    order: Type.Union([StopOrder, Type.Null()]),
  },
  closed,
);
export type ShowAsk = Type.Static<typeof ShowAsk>;

/** How a show stands (SPEC LV16). It runs unless `stop` says that two people have stopped it. */
export const ShowStop = Type.Object(
  {
    /** Whether names are of accounts that have logged in; else they are typed, and nobody has checked them. */
    verified: Type.Boolean(),
    ask: Type.Union([ShowAsk, Type.Null()]),
    stop: Type.Union([
      Type.Object(
        {
          order: StopOrder,
          asked: Signed,
          confirmed: Signed,
          checklist: Type.Array(ChecklistItem, { maxItems: 30 }),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** How the last ask or stop ended; null before the first. */
    last: Type.Union([
      Type.Object(
        {
          ...Signed.properties,
          how: Type.Union([
            Type.Literal('lapsed'),
            Type.Literal('withdrawn'),
            Type.Literal('resumed'),
          ]),
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  closed,
);
export type ShowStop = Type.Static<typeof ShowStop>;

/** In open access each says who they are; with accounts nobody does, for the session says it. */
const named = { name: Type.Optional(Type.String({ minLength: 2, maxLength: 40 })) };

/** What a person may do about the show (`POST /api/v1/show-stop/acts`). */
export const ShowAct = Type.Union([
  Type.Object({ kind: Type.Literal('ask-stop'), order: StopOrder, ...named }, closed),
  Type.Object({ kind: Type.Literal('ask-resume'), ...named }, closed),
  /** `ask` is the time of the ask that is meant: no other is confirmed by mistake. */
  Type.Object({ kind: Type.Literal('confirm'), ask: Timestamp, ...named }, closed),
  Type.Object({ kind: Type.Literal('withdraw'), ask: Timestamp, ...named }, closed),
  Type.Object(
    {
      kind: Type.Literal('tick'),
      item: Type.Integer({ minimum: 0, maximum: 29 }),
      done: Type.Boolean(),
      ...named,
    },
    closed,
  ),
]);
export type ShowAct = Type.Static<typeof ShowAct>;
