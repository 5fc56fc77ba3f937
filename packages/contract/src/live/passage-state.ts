import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';

const PerMinute = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** Why nothing is told of a passage. */
export const NoFlowReason = Type.Union([
  /** No camera has counted there yet, or not for long enough. */
  Type.Literal('not-counted'),
  /** Whoever counted there has fallen silent. */
  Type.Literal('stale'),
]);
export type NoFlowReason = Type.Static<typeof NoFlowReason>;

/** What passes a passage, over the last minute (SPEC LV9). */
export const PassageState = Type.Object(
  {
    passage: Identifier,
    /** End of the newest window that counted there. */
    at: Type.Union([Timestamp, Type.Null()]),
    /** Persons per minute from → to, and back, corrected for what the line misses. */
    flow: Type.Union([
      Type.Object({ in: PerMinute, out: PerMinute }, { additionalProperties: false }),
      Type.Null(),
    ]),
    /** Persons per minute that its width is planned to carry, both directions together. */
    plannedPerMinute: PerMinute,
    unknownBecause: Type.Union([NoFlowReason, Type.Null()]),
  },
  { additionalProperties: false },
);
export type PassageState = Type.Static<typeof PassageState>;
