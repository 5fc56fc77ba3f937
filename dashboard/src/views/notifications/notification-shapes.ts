import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type Answered, ask } from '../../access/access-api.js';

const Role = Type.Union([
  Type.Literal('viewer'),
  Type.Literal('operator'),
  Type.Literal('engineer'),
  Type.Literal('admin'),
]);
const Priority = Type.Union([
  Type.Literal('watch'),
  Type.Literal('warning'),
  Type.Literal('critical'),
  Type.Literal('emergency'),
]);
const Category = Type.Union([Type.Literal('crowd'), Type.Literal('system')]);

const Rule = Type.Object({
  id: Type.String(),
  channel: Type.String(),
  roles: Type.Optional(Type.Array(Role)),
  zones: Type.Optional(Type.Array(Type.String())),
  phases: Type.Optional(Type.Array(Type.String())),
  categories: Type.Array(Category),
  minimumPriority: Priority,
  quietHours: Type.Optional(Type.Object({ from: Type.String(), to: Type.String() })),
  cooldownSeconds: Type.Number(),
  afterUnanswered: Type.Number(),
  cleared: Type.Boolean(),
});
/** Who is told of what, by which channel. */
export type Rule = Type.Static<typeof Rule>;

const Kind = Type.Union([
  Type.Literal('push'),
  Type.Literal('email'),
  Type.Literal('webhook'),
  Type.Literal('slack'),
  Type.Literal('teams'),
]);

const State = Type.Object({
  channels: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Kind,
      subscriptions: Type.Union([Type.Number(), Type.Null()]),
      last: Type.Union([
        Type.Object({
          at: Type.String(),
          outcome: Type.Union([Type.Literal('sent'), Type.Literal('failed')]),
          code: Type.Union([Type.String(), Type.Null()]),
        }),
        Type.Null(),
      ]),
    }),
  ),
  rules: Type.Array(Rule),
  set: Type.Union([Type.Object({ by: Type.String(), at: Type.String() }), Type.Null()]),
  phases: Type.Array(Type.String()),
});
/** The channels with how their last delivery went, and the rules in force. */
export type NotificationState = Type.Static<typeof State>;
export type ChannelState = NotificationState['channels'][number];

const isState = Compile(State);
const isOutcome = Compile(
  Type.Object({ sent: Type.Boolean(), code: Type.Union([Type.String(), Type.Null()]) }),
);
const read = (answer: unknown) => (isState.Check(answer) ? answer : undefined);

export const askState = (): Promise<Answered<NotificationState>> =>
  ask({ path: 'notifications', read });

export const saveRules = (rules: readonly Rule[]): Promise<Answered<NotificationState>> =>
  ask({ method: 'PUT', path: 'notifications/rules', body: { rules }, read });

export const resetRules = (): Promise<Answered<NotificationState>> =>
  ask({ method: 'DELETE', path: 'notifications/rules', read });

/** The code of what stands against it; null where the test was sent. */
export const testChannel = async (channel: string): Promise<string | null> => {
  const tested = await ask({
    method: 'POST',
    path: 'notifications/test',
    body: { channel },
    read: (answer) => (isOutcome.Check(answer) ? answer : undefined),
  });
  if (!tested.ok) return tested.code;
  return tested.value.sent ? null : (tested.value.code ?? 'failed');
};
