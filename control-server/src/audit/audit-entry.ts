import { Timestamp } from '@throng/contract';
import Type from 'typebox';
import { AuditAction } from './audit-action.js';
import { AuditDetails } from './audit-details.js';

const Word = Type.String({ maxLength: 200 });

/** What was judging at that time, where it is known. */
export const AuditVersions = Type.Object(
  {
    /** Hash of the venue and its rules, as they were loaded. */
    rules: Type.Optional(Word),
    /** Models behind the figures, each once. */
    models: Type.Optional(Type.Array(Word, { maxItems: 100 })),
    /** When the cameras behind the figures were calibrated: the oldest of them. */
    calibratedAt: Type.Optional(Timestamp),
  },
  { additionalProperties: false },
);
export type AuditVersions = Type.Static<typeof AuditVersions>;

/** Who did what to whom, when, and how it went. */
export const AuditEntry = Type.Object(
  {
    at: Timestamp,
    /** An account, a token, `this-machine`, `command-line`, or `server` itself. */
    actor: Word,
    role: Word,
    action: AuditAction,
    /** What it was done to: an alert, an account, a zone. */
    subject: Type.String({ maxLength: 300 }),
    outcome: Type.Union([Type.Literal('done'), Type.Literal('refused'), Type.Literal('failed')]),
    details: AuditDetails,
    versions: AuditVersions,
  },
  { additionalProperties: false },
);
export type AuditEntry = Type.Static<typeof AuditEntry>;

/** An entry in its place in the chain. */
export const AuditRecord = Type.Object(
  {
    ...AuditEntry.properties,
    sequence: Type.Integer({ minimum: 1 }),
    /** Hash of the record before; of the first, 64 zeros. */
    previous: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
);
export type AuditRecord = Type.Static<typeof AuditRecord>;
