import { AlertPriority, Identifier, Timestamp } from '@throng/contract';
import Type from 'typebox';
import { Language } from '../language.js';

const closed = { additionalProperties: false } as const;
const Words = Type.String({ maxLength: 600 });

/** What has happened that people are told of; `test` is nothing but a test. */
export const MessageKind = Type.Union([
  Type.Literal('raised'),
  Type.Literal('escalated'),
  Type.Literal('unanswered'),
  Type.Literal('help-called'),
  Type.Literal('cleared'),
  Type.Literal('test'),
]);
export type MessageKind = Type.Static<typeof MessageKind>;

/** Figures of a place, never of a person: persons/m², a probability, seconds, a count of all. */
export const MessageFigures = Type.Object(
  {
    density: Type.Optional(Type.Number()),
    limit: Type.Optional(Type.Number()),
    persons: Type.Optional(Type.Number()),
    probability: Type.Optional(Type.Number()),
    expectedSeconds: Type.Optional(Type.Number()),
  },
  closed,
);
export type MessageFigures = Type.Static<typeof MessageFigures>;

/**
 * What leaves the server: aggregated numbers, and sentences made of them. No name of staff and nothing
 * that somebody wrote is in it, since it may pass through other people's computers.
 */
export const Message = Type.Object(
  {
    kind: MessageKind,
    /** Told of a drill: none of it is real. */
    drill: Type.Boolean(),
    /** That of its words. */
    language: Language,
    /** Id of the alert; null in a test. */
    alert: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
    priority: AlertPriority,
    at: Timestamp,
    /** The same for people: in the language, and in the time of the venue. */
    when: Type.String({ maxLength: 100 }),
    venue: Type.String({ maxLength: 200 }),
    /** Zone, camera or agent by its name. */
    place: Type.String({ maxLength: 200 }),
    zone: Type.Union([Identifier, Type.Null()]),
    title: Type.String({ maxLength: 200 }),
    /** The reason, in one sentence. */
    text: Words,
    /** What would help most, where the server knows of something. */
    advice: Type.Union([Words, Type.Null()]),
    figures: MessageFigures,
  },
  closed,
);
export type Message = Type.Static<typeof Message>;
