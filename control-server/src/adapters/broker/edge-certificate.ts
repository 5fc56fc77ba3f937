import type { TLSSocket } from 'node:tls';
import { parseTopic } from '@throng/contract';

/** The edge id that a connection's certificate names; null where there is none, or several. */
export const certifiedEdge = (socket: TLSSocket): string | null => {
  const { subject } = socket.getPeerCertificate();
  const name: unknown = subject?.CN;
  return socket.authorized && typeof name === 'string' ? name : null;
};

/** Whether a topic is one of an edge's own: nobody speaks for another, nor for the server. */
export const isOwnTopic = (topic: string, edge: string | null): boolean => {
  const named = parseTopic(topic);
  return named.ok && 'edge' in named.value && named.value.edge === edge;
};
