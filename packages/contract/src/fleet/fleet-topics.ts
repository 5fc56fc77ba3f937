import type { Identifier } from '../identifier.js';
import { parseTopic, TOPIC_PREFIX } from '../topics.js';

/** A box, as its topics name it. */
export interface Box {
  readonly venue: Identifier;
  readonly edge: Identifier;
}

const ENDING = '/fleet/desired';

/** Where the server says what a box shall do: retained, QoS 1, and signed, since a broker may be broken into. */
export const desiredTopic = ({ venue, edge }: Box): string =>
  `${TOPIC_PREFIX}/${venue}/${edge}${ENDING}`;

/** The box that a topic of desired settings is for; undefined for any other topic. */
export const boxDesiredOn = (topic: string): Box | undefined => {
  if (!topic.endsWith(ENDING)) return undefined;
  const status = parseTopic(`${topic.slice(0, -ENDING.length)}/status`);
  if (!status.ok || status.value.channel !== 'status') return undefined;
  const { venue, edge } = status.value;
  return { venue, edge };
};
