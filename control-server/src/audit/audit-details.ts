import { Timestamp } from '@throng/contract';
import Type from 'typebox';

const Text = Type.String({ maxLength: 500 });
const Word = Type.String({ maxLength: 200 });
const Words = Type.Array(Word, { maxItems: 2_000 });
const Figure = Type.Number();

/**
 * What an entry may tell beside who, what and whom: a closed list of bounded fields, so that no
 * password, no picture and no count of a person can ever stand in it by mistake.
 */
export const AuditDetails = Type.Object(
  {
    /** The address of whoever asked. */
    address: Type.Optional(Word),
    /** Why it was refused or failed, as a code. */
    reason: Type.Optional(Word),
    role: Type.Optional(Word),
    zones: Type.Optional(Type.Union([Words, Type.Null()])),
    scopes: Type.Optional(Words),
    disabled: Type.Optional(Type.Boolean()),
    /** How somebody logged in: `password`, `link`, `oidc`. */
    way: Type.Optional(Word),
    expiresAt: Type.Optional(Timestamp),
    waitSeconds: Type.Optional(Figure),
    /** The period that was looked at. */
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
    count: Type.Optional(Figure),
    /** Of what an erasure left. */
    digest: Type.Optional(Word),
    /** Of an alert. */
    priority: Type.Optional(Word),
    density: Type.Optional(Figure),
    threshold: Type.Optional(Figure),
    probability: Type.Optional(Figure),
    /** The way of an alert: the windows behind it, and when it took each step. */
    windows: Type.Optional(Words),
    captured: Type.Optional(Timestamp),
    /** From capture to a window that is ready, by the box's own account. */
    readySeconds: Type.Optional(Figure),
    heard: Type.Optional(Timestamp),
    admitted: Type.Optional(Timestamp),
    judged: Type.Optional(Timestamp),
    told: Type.Optional(Timestamp),
    stored: Type.Optional(Timestamp),
    /** Of the HTTP request by which it was done. */
    request: Type.Optional(Word),
    /** Said by a person. */
    comment: Type.Optional(Text),
    assignee: Type.Optional(Word),
    /** Who asked for what somebody else confirmed. */
    asker: Type.Optional(Word),
    until: Type.Optional(Timestamp),
    channel: Type.Optional(Word),
    attempt: Type.Optional(Figure),
    mode: Type.Optional(Word),
    release: Type.Optional(Word),
    /** Serial number of a box's certificate. */
    serial: Type.Optional(Word),
    /** Of the venue. */
    version: Type.Optional(Figure),
  },
  { additionalProperties: false },
);
export type AuditDetails = Type.Static<typeof AuditDetails>;
