import { Identifier, Timestamp } from '@throng/contract';
import Type from 'typebox';

const closed = { additionalProperties: false } as const;
const Persons = Type.Integer({ minimum: 0, maximum: 100_000 });

/** Who was in a zone at the end of the count, or who passed a passage while it lasted, each way. */
export const CountedPlace = Type.Union([
  Type.Object({ kind: Type.Literal('zone'), zone: Identifier, persons: Persons }, closed),
  Type.Object(
    {
      kind: Type.Literal('passage'),
      passage: Identifier,
      /** From → to of the passage, and back. */
      in: Persons,
      out: Persons,
    },
    closed,
  ),
]);
export type CountedPlace = Type.Static<typeof CountedPlace>;

/** A count by hand, as the page sends it; the same id is the same count, however often it comes. */
export const NewHandCount = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{8,40}$' }),
    from: Timestamp,
    to: Timestamp,
    counted: CountedPlace,
  },
  closed,
);
export type NewHandCount = Type.Static<typeof NewHandCount>;

/** As it is kept; times epoch ms. */
export interface HandCount {
  readonly id: string;
  readonly enteredAt: number;
  readonly enteredBy: string;
  readonly from: number;
  readonly to: number;
  readonly counted: CountedPlace;
}
