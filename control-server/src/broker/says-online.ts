import { parseTopic } from '@throng/contract';
import type { IncomingMessage } from './message-source.js';

/** Whether an agent says, now, that it has come. */
export const saysOnline = ({ topic, payload, retained }: IncomingMessage): boolean => {
  if (retained) return false;
  const named = parseTopic(topic);
  return (
    named.ok && named.value.channel === 'status' && new TextDecoder().decode(payload) === 'online'
  );
};
