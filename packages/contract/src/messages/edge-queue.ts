import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { LIMITS } from '../limits.js';

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** The agent's spool: windows that no server has surely heard. Counts are since the agent's start. */
export const SpoolHealth = Type.Object(
  {
    /** `memory` while the disk cannot be written: what waits is lost with the process. */
    medium: Type.Union([Type.Literal('disk'), Type.Literal('memory')]),
    /** Why it is in memory; absent on disk. */
    fault: Type.Optional(
      Type.Union([Type.Literal('full'), Type.Literal('unwritable'), Type.Literal('corrupt')]),
    ),
    waiting: Count,
    bytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    /** Age of the oldest window that waits; absent where none does. */
    oldestSeconds: Type.Optional(Count),
    /** Windows of the oldest history given up for want of room. */
    thinned: Count,
    /** Windows given up for their age. */
    expired: Count,
    /** Windows sent as late ones. */
    resent: Count,
  },
  { additionalProperties: false },
);
export type SpoolHealth = Type.Static<typeof SpoolHealth>;

/** Windows on their way to the server. */
export const EdgeQueue = Type.Object(
  {
    /** Not yet acknowledged by the broker, or not yet heard by a server. */
    waiting: Count,
    /** Given up, for whatever reason. */
    dropped: Count,
    /** Messages that the broker's access rules refused, since the agent's start; absent for none (EH1). */
    refused: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    spool: Type.Optional(SpoolHealth),
  },
  { additionalProperties: false },
);
export type EdgeQueue = Type.Static<typeof EdgeQueue>;

/** What the agent warns of by itself while the server is away. */
export const LocalAlarmHealth = Type.Object(
  {
    /** Whether the server has been away for so long that the agent warns. */
    armed: Type.Boolean(),
    /** Zones with an alarm that stands, some of them where there are many. */
    active: Type.Array(Identifier, { maxItems: LIMITS.localAlarmsShown }),
    raised: Count,
    /** Commands and webhooks that did not succeed. */
    failed: Count,
  },
  { additionalProperties: false },
);
export type LocalAlarmHealth = Type.Static<typeof LocalAlarmHealth>;
