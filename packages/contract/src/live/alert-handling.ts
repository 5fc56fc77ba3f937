import Type from 'typebox';
import { Timestamp } from '../timestamp.js';

/** The name of an account, as the audit log has it. */
const Person = Type.String({ minLength: 1, maxLength: 200 });

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const AlertComment = Type.Object(
  { at: Timestamp, by: Person, text: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
);
export type AlertComment = Type.Static<typeof AlertComment>;

/** Who has done what about an alert (SPEC LC1–LC10; states after ISA-18.2). */
export const AlertHandling = Type.Object(
  {
    /** When any of this last changed; null: never. */
    at: Type.Union([Timestamp, Type.Null()]),
    /** Who has taken note of it; null: nobody has. */
    acknowledged: Type.Union([
      Type.Object({ at: Timestamp, by: Person }, { additionalProperties: false }),
      Type.Null(),
    ]),
    assignee: Type.Union([Person, Type.Null()]),
    /** Set aside until then; null: it is not. */
    shelved: Type.Union([
      Type.Object({ until: Timestamp, by: Person }, { additionalProperties: false }),
      Type.Null(),
    ]),
    /** How often it was called out that nobody has acknowledged it in time. */
    unanswered: Count,
    comments: Type.Array(AlertComment, { maxItems: 50 }),
    /** Who there called for help last, and when (SPEC LC10); absent where nobody has. */
    help: Type.Optional(
      Type.Object({ at: Timestamp, by: Person }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type AlertHandling = Type.Static<typeof AlertHandling>;

const ShelfMinutes = Type.Integer({ minimum: 1, maximum: 60 });

/** What a person may do about an alert (`POST /api/v1/alerts/{id}/acts`). */
export const AlertAct = Type.Union([
  Type.Object({ kind: Type.Literal('acknowledge') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('assign'), to: Person }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('comment'), text: AlertComment.properties.text },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('shelve'), minutes: ShelfMinutes },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('unshelve') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('call-for-help') }, { additionalProperties: false }),
]);
export type AlertAct = Type.Static<typeof AlertAct>;
