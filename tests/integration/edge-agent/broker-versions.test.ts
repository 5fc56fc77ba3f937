import { ok } from '@throng/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedBroker } from '../../../control-server/src/adapters/broker/embedded-broker.js';
import { BrokerLine } from '../../../edge-agent/src/adapters/mqtt/broker-line.js';
import { systemClock } from '../../../edge-agent/src/adapters/system-clock.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';

/** The version that a line and a broker agree on, and what was complained of by then. */
const agreed = (url: string) =>
  new Promise<{ version: number | undefined; complaints: readonly string[] }>((resolve) => {
    const complaints: string[] = [];
    const line = new BrokerLine({
      address: async () => ok({ url }),
      session: { clientId: 'box-1', clean: true },
      clock: systemClock,
      opened: ({ options }) => resolve({ version: options.protocolVersion, complaints }),
      closed: () => {},
      failed: (cause) => complaints.push(cause),
    });
    onTestFinished(() => line.end());
  });

describeWith(['mosquitto'], '[I] a broker that speaks MQTT 5', () => {
  it('is spoken to in it, since only so it says what it refuses', async () => {
    const { url } = await startMosquitto();
    expect(await agreed(url)).toEqual({ version: 5, complaints: [] });
  });
});

describe('[I] a broker that speaks no MQTT 5', () => {
  it('is spoken to in 3.1.1 at once, without a complaint', async () => {
    const broker = await startEmbeddedBroker(
      { host: '127.0.0.1', port: 0, venue: 'hall' },
      () => {},
    );
    onTestFinished(() => broker.close());
    expect(await agreed(broker.address)).toEqual({ version: 4, complaints: [] });
  });
});
