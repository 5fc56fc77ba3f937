import {
  type Box,
  DELIVERY,
  desiredTopic,
  encode,
  type FleetReport,
  formatTopic,
} from '@throng/contract';
import type { MqttClient } from 'mqtt';
import type { Log } from '../../ports/log.js';
import type { Alongside } from '../mqtt/alongside.js';

/** The fleet's two topics on the agent's own line to the broker. What was reported last is said at each connection. */
export class FleetLine implements Alongside {
  #client: MqttClient | undefined;
  #report: FleetReport | undefined;

  constructor(
    private readonly box: Box,
    private readonly hear: (payload: Uint8Array) => void,
    private readonly log: Log,
  ) {}

  opened(client: MqttClient): void {
    this.#client = client;
    const topic = desiredTopic(this.box);
    client.on('message', (name, payload) => {
      // An empty payload is a retained message taken back: there is nothing to do then.
      if (name === topic && payload.length > 0) this.hear(payload);
    });
    client.subscribe(topic, { qos: 1 });
    this.#send();
  }

  closed(): void {
    this.#client = undefined;
  }

  report(report: FleetReport): void {
    this.#report = report;
    this.#send();
  }

  #send(): void {
    if (this.#client === undefined || this.#report === undefined) return;
    const encoded = encode('reported', this.#report);
    if (!encoded.ok) {
      this.log.error(
        { code: encoded.code, cause: encoded.message },
        'report of the fleet not sent',
      );
      return;
    }
    const topic = formatTopic({ channel: 'reported', ...this.box });
    this.#client.publish(topic, Buffer.from(encoded.value), DELIVERY.reported);
  }
}
