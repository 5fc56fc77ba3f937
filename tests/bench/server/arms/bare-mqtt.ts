import { connectAsync } from 'mqtt';
import { serveArm } from '../../shared/serve-arm.js';

// bare-mqtt.js BROKER: a client of the same library that hears everything and only counts it.
const [, , broker = ''] = process.argv;
const client = await connectAsync(broker);
let [heard, wanted] = [0, Number.POSITIVE_INFINITY];
let reached = (): void => {};
client.on('message', () => {
  heard += 1;
  if (heard >= wanted) reached();
});
await client.subscribeAsync('throng/v1/#', { qos: 1 });

await serveArm(async ([, , expected]) => {
  wanted = Number(expected);
  if (heard < wanted) {
    await new Promise<void>((resolve) => {
      reached = resolve;
    });
  }
  return { heard };
});
