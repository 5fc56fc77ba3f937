import type { VenueDefinition } from '@throng/contract';
import { connectAsync } from 'mqtt';
import { crowdOf, type WireMessage } from './crowd.js';

/**
 * Milliseconds from the end of a window until the agent publishes it: spread evenly up to what
 * `npm run bench -- edge` finds at the 95th percentile of a camera at 5 frames/s.
 */
const [AGENT_LEAST, AGENT_MOST] = [80, 161];
/** Cameras of one slot publish together. */
const SLOTS = 10;

/** Cameras that publish each second of the clock on the wall, as agents do, until they are stopped. */
export const startLiveCrowd = async (venue: VenueDefinition, broker: string) => {
  const client = await connectAsync(broker);
  const startAt = Math.ceil(Date.now() / 1_000) * 1_000;
  const crowd = crowdOf(venue, startAt);
  let [isOver, sent, bytes] = [false, 0, 0];
  const publish = (messages: readonly WireMessage[]): void => {
    for (const { payload, topic } of messages) {
      client.publish(topic, payload, { qos: 1 });
      sent += 1;
      bytes += payload.byteLength;
    }
  };
  const second = (index: number): void => {
    if (isOver) return;
    const messages = crowd(index);
    const end = startAt + (index + 1) * 1_000;
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const delay = AGENT_LEAST + ((AGENT_MOST - AGENT_LEAST) * slot) / (SLOTS - 1);
      const due = messages.filter((_, camera) => camera % SLOTS === slot);
      setTimeout(() => publish(due), end + delay - Date.now());
    }
    setTimeout(() => second(index + 1), end - Date.now());
  };
  second(0);
  return {
    /** Windows published so far, and their bytes. */
    sent: () => ({ windows: sent, bytes }),
    stop: async (): Promise<void> => {
      isOver = true;
      await client.endAsync(true);
    },
  };
};
