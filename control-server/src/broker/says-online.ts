import { parseTopic } from '@throng/contract';
import type { IncomingMessage } from './message-source.js';

const ONLINE = 'online';

/** Whether an agent says, now, that it has come. */
export const saysOnline = ({ topic, payload, retained }: IncomingMessage): boolean => {
  // By its length first: this is asked of each window too.
  if (retained || payload.byteLength !== ONLINE.length) return false;
  const named = parseTopic(topic);
  return (
    named.ok && named.value.channel === 'status' && new TextDecoder().decode(payload) === ONLINE
  );
};
