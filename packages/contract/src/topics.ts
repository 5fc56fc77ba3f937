import { IDENTIFIER_PATTERN, type Identifier } from './identifier.js';
import { fail, ok, type Result } from './result.js';

/** The version is a topic level, so that two versions can share a broker during an upgrade. */
export const TOPIC_PREFIX = 'throng/v1';

/** The level at which a venue's server speaks of itself: no edge may have this id (SPEC T6, VD1). */
export const SERVER = 'server';

/** What an edge says about itself and its cameras, or the server of itself. The channel decides the schema (SPEC T1–T6). */
export type Topic =
  | { readonly channel: 'server'; readonly venue: Identifier }
  | { readonly channel: 'status'; readonly venue: Identifier; readonly edge: Identifier }
  | { readonly channel: 'health'; readonly venue: Identifier; readonly edge: Identifier }
  | { readonly channel: 'reported'; readonly venue: Identifier; readonly edge: Identifier }
  | {
      readonly channel: 'window';
      readonly venue: Identifier;
      readonly edge: Identifier;
      readonly camera: Identifier;
    };

export type Channel = Topic['channel'];

/** How a channel travels: state is retained, a stream of measurements never is. */
export const DELIVERY: Record<Channel, { readonly retain: boolean; readonly qos: 0 | 1 }> = {
  server: { retain: true, qos: 1 },
  status: { retain: true, qos: 1 },
  health: { retain: true, qos: 1 },
  reported: { retain: true, qos: 1 },
  window: { retain: false, qos: 1 },
};

export const formatTopic = (topic: Topic): string => {
  if (topic.channel === 'server') return `${TOPIC_PREFIX}/${topic.venue}/${SERVER}/status`;
  const edge = `${TOPIC_PREFIX}/${topic.venue}/${topic.edge}`;
  switch (topic.channel) {
    case 'status':
      return `${edge}/status`;
    case 'health':
      return `${edge}/health`;
    case 'reported':
      return `${edge}/fleet/reported`;
    case 'window':
      return `${edge}/data/${topic.camera}/window`;
  }
};

/** The filter under which a server hears every edge of one venue. */
export const venueFilter = (venue: Identifier): string => `${TOPIC_PREFIX}/${venue}/#`;

const identifier = new RegExp(IDENTIFIER_PATTERN);

export type TopicFault = 'unknown-topic' | 'bad-identifier';

/** Topics that were read lately: each camera speaks on the same one every second. */
const known = new Map<string, Result<Topic, TopicFault>>();
/** More are forgotten: anybody may make topics up. */
const MAX_KNOWN = 8_192;

/** Reads a topic string; never throws. */
export const parseTopic = (topic: string): Result<Topic, TopicFault> => {
  const before = known.get(topic);
  if (before !== undefined) return before;
  const read = readTopic(topic);
  if (!read.ok) return read;
  if (known.size === MAX_KNOWN) known.clear();
  known.set(topic, read);
  return read;
};

const readTopic = (topic: string): Result<Topic, TopicFault> => {
  const prefix = `${TOPIC_PREFIX}/`;
  const unknown = fail(
    'unknown-topic',
    `no channel of ${TOPIC_PREFIX} has the topic "${topic.slice(0, 200)}"`,
  );
  if (!topic.startsWith(prefix)) return unknown;
  const [venue, edge, ...rest] = topic.slice(prefix.length).split('/');
  if (venue === undefined || edge === undefined) return unknown;
  const [first, camera, last] = rest;
  const isWindow = rest.length === 3 && first === 'data' && last === 'window' && edge !== SERVER;
  const isState =
    rest.length === 1 && (first === 'status' || (first === 'health' && edge !== SERVER));
  const isReport =
    rest.length === 2 && first === 'fleet' && camera === 'reported' && edge !== SERVER;
  if (!isWindow && !isState && !isReport) return unknown;
  const bad = [venue, edge, ...(isWindow ? [camera] : [])].find((id) => !identifier.test(id ?? ''));
  if (bad !== undefined) return fail('bad-identifier', `topic level "${bad}" is not an identifier`);
  if (edge === SERVER) return ok({ channel: 'server', venue });
  if (isWindow && camera !== undefined) return ok({ channel: 'window', venue, edge, camera });
  if (isReport) return ok({ channel: 'reported', venue, edge });
  return ok({ channel: first === 'status' ? 'status' : 'health', venue, edge });
};
