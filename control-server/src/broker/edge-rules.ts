import { desiredTopic, formatTopic, type Identifier, TOPIC_PREFIX } from '@throng/contract';

/** What somebody may do whose certificate names an edge; null: no edge is named. */
export interface EdgeRules {
  mayWrite(edge: string | null, topic: string): boolean;
  /** A filter with wildcards is more than one box's own. */
  mayRead(edge: string | null, filter: string): boolean;
  /** A second session of one id ends the first: nobody may end another's (MQTT 3.1.1, 3.1.4-2). */
  mayBeCalled(edge: string | null, clientId: string): boolean;
}

/** The rules of a venue (EN6); the same stand in the access rules of external brokers. */
export const edgeRules = (venue: Identifier): EdgeRules => {
  const status = formatTopic({ channel: 'server', venue });
  const agents = `throng-edge-${venue}-`;
  return {
    mayWrite: (edge, topic) =>
      edge !== null &&
      topic.startsWith(`${TOPIC_PREFIX}/${venue}/${edge}/`) &&
      topic !== desiredTopic({ venue, edge }),
    mayRead: (edge, filter) =>
      edge !== null && (filter === status || filter === desiredTopic({ venue, edge })),
    mayBeCalled: (edge, clientId) =>
      edge !== null && (!clientId.startsWith(agents) || clientId === `${agents}${edge}`),
  };
};
