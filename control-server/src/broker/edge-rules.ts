import { desiredTopic, formatTopic, type Identifier, TOPIC_PREFIX } from '@throng/contract';

/** What somebody may do whose certificate names an edge; null: no edge is named. */
export interface EdgeRules {
  mayWrite(edge: string | null, topic: string): boolean;
  /** A filter with wildcards is more than one box's own. */
  mayRead(edge: string | null, filter: string): boolean;
  /** A second session of one id ends the first: nobody may end another's (MQTT 3.1.1, 3.1.4-2). */
  mayBeCalled(edge: string | null, clientId: string): boolean;
}

/** How Home Assistant says that it has come: then it is told again what there is. */
const HOUSE_STATUS = 'homeassistant/status';

/**
 * The rules of a venue (EN6); the same stand in the access rules of external brokers.
 *
 * @param readers names of certificates that read everything and speak for nobody: Home Assistant, a recorder.
 */
export const edgeRules = (
  venue: Identifier,
  readers: ReadonlySet<string> = new Set(),
): EdgeRules => {
  const status = formatTopic({ channel: 'server', venue });
  const agents = `throng-edge-${venue}-`;
  return {
    mayWrite: (edge, topic) => {
      if (edge === null) return false;
      if (readers.has(edge)) return topic === HOUSE_STATUS;
      const isOwn = topic.startsWith(`${TOPIC_PREFIX}/${venue}/${edge}/`);
      return isOwn && topic !== desiredTopic({ venue, edge });
    },
    mayRead: (edge, filter) => {
      if (edge === null) return false;
      return readers.has(edge) || filter === status || filter === desiredTopic({ venue, edge });
    },
    mayBeCalled: (edge, clientId) =>
      edge !== null && (!clientId.startsWith(agents) || clientId === `${agents}${edge}`),
  };
};
