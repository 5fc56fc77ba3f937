import { decode, type MeasurementWindow } from '@throng/contract';
import mqtt from 'mqtt';

/** A window, and when a subscriber had it, ms. */
export interface Received {
  readonly at: number;
  readonly window: MeasurementWindow;
}

/** Listens to the windows of an agent. */
export const tapWindows = async (broker: string, edge: string) => {
  const client = await mqtt.connectAsync(broker);
  const received: Received[] = [];
  client.on('message', (topic, payload) => {
    const at = Date.now();
    const message = decode(topic, payload);
    if (message.ok && message.value.channel === 'window') {
      received.push({ at, window: message.value.message });
    }
  });
  await client.subscribeAsync(`throng/v1/bench/${edge}/data/+/window`);
  return { received, close: () => client.endAsync(true) };
};
