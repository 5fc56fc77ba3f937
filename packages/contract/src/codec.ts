import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { FleetReport } from './fleet/fleet-report.js';
import { LIMITS } from './limits.js';
import { EdgeHealth } from './messages/edge-health.js';
import { EdgeStatus } from './messages/edge-status.js';
import { MeasurementWindow } from './messages/measurement-window.js';
import { ServerStatus } from './messages/server-status.js';
import { fail, failLazily, ok, type Result } from './result.js';
import { toFaults } from './schema-faults.js';
import { type Channel, parseTopic, type Topic, type TopicFault } from './topics.js';
import { windowFault } from './window-consistency.js';

/** The schema of each channel: the topic is the key of the type. */
export const MESSAGES = {
  server: ServerStatus,
  status: EdgeStatus,
  health: EdgeHealth,
  reported: FleetReport,
  window: MeasurementWindow,
} as const satisfies Record<Channel, Type.TSchema>;

export type Messages = { [C in Channel]: Type.Static<(typeof MESSAGES)[C]> };

/** A message that has passed its schema, beside the topic it came on. */
export type Received = {
  [C in Channel]: {
    readonly channel: C;
    readonly topic: Extract<Topic, { channel: C }>;
    readonly message: Messages[C];
  };
}[Channel];

export type DecodeFault =
  | TopicFault
  | 'too-large'
  | 'not-json'
  | 'schema'
  | 'inconsistent'
  | 'wrong-sender';

const validators = {
  server: Compile(ServerStatus),
  status: Compile(EdgeStatus),
  health: Compile(EdgeHealth),
  reported: Compile(FleetReport),
  window: Compile(MeasurementWindow),
};

const sizeLimit = (channel: Channel): number =>
  channel === 'window' ? LIMITS.windowBytes : LIMITS.messageBytes;

/** Strict: a byte sequence that is not UTF-8 is refused, not repaired. */
const text = new TextDecoder('utf-8', { fatal: true });

const readJson = (payload: Uint8Array): Result<unknown, 'not-json'> => {
  try {
    return ok(JSON.parse(text.decode(payload)));
  } catch {
    return fail('not-json', 'the payload is not UTF-8 JSON');
  }
};

/** Finding all that is wrong costs ten times what finding that something is wrong does: it waits until somebody reads it. */
const describe = (channel: Channel, errors: () => Iterable<TLocalizedValidationError>) =>
  failLazily('schema', () => {
    const [first, ...more] = toFaults(errors());
    const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
    return `${channel}${first?.path ?? ''}: ${first?.message ?? 'refused'}${rest}`;
  });

/** Reads one message from the broker. Never throws, whatever the bytes (SPEC C1–C5). */
export const decode = (topicName: string, payload: Uint8Array): Result<Received, DecodeFault> => {
  const parsed = parseTopic(topicName);
  if (!parsed.ok) return parsed;
  const topic = parsed.value;
  if (payload.byteLength > sizeLimit(topic.channel)) {
    return fail(
      'too-large',
      `${payload.byteLength} bytes, at most ${sizeLimit(topic.channel)} allowed`,
    );
  }
  if (topic.channel === 'status' || topic.channel === 'server') return decodeStatus(topic, payload);
  const json = readJson(payload);
  if (!json.ok) return json;
  const message = json.value;
  if (topic.channel === 'health') {
    if (!validators.health.Check(message))
      return describe('health', () => validators.health.Errors(message));
    return sentBy(topic, message) ?? ok({ channel: 'health', topic, message });
  }
  if (topic.channel === 'reported') {
    if (!validators.reported.Check(message))
      return describe('reported', () => validators.reported.Errors(message));
    return sentBy(topic, message) ?? ok({ channel: 'reported', topic, message });
  }
  if (!validators.window.Check(message))
    return describe('window', () => validators.window.Errors(message));
  if (message.camera !== topic.camera) {
    return fail(
      'wrong-sender',
      `a window of camera "${message.camera}" on the topic of "${topic.camera}"`,
    );
  }
  const inconsistent = windowFault(message);
  if (inconsistent !== undefined) return fail('inconsistent', inconsistent);
  return sentBy(topic, message) ?? ok({ channel: 'window', topic, message });
};

/** The status is a bare word, so that any MQTT tool can show it. */
const decodeStatus = (
  topic: Extract<Topic, { channel: 'status' | 'server' }>,
  payload: Uint8Array,
): Result<Received, DecodeFault> => {
  const word = new TextDecoder().decode(payload);
  if (!validators.status.Check(word))
    return fail('schema', 'status: must be "online" or "offline"');
  return topic.channel === 'server'
    ? ok({ channel: 'server', topic, message: word })
    : ok({ channel: 'status', topic, message: word });
};

const sentBy = (
  topic: Exclude<Topic, { channel: 'server' }>,
  message: { venue: string; edge: string },
) =>
  message.venue === topic.venue && message.edge === topic.edge
    ? undefined
    : fail(
        'wrong-sender',
        `"${message.venue}/${message.edge}" wrote on the topic of "${topic.venue}/${topic.edge}"`,
      );

/** Writes one message, refusing what its own decoder would refuse. */
export const encode = <C extends Channel>(
  channel: C,
  message: Messages[C],
): Result<Uint8Array, 'schema' | 'too-large'> => {
  const validator = validators[channel];
  if (!validator.Check(message)) return describe(channel, () => validator.Errors(message));
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const payload = new TextEncoder().encode(body);
  if (payload.byteLength > sizeLimit(channel)) {
    return fail(
      'too-large',
      `${channel}: ${payload.byteLength} bytes, at most ${sizeLimit(channel)}`,
    );
  }
  return ok(payload);
};
