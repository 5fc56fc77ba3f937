import {
  type Channel,
  DELIVERY,
  type EdgeHealth,
  encode,
  formatTopic,
  type Identifier,
  type Messages,
  type Topic,
} from '@throng/contract';
import mqtt, { type MqttClient } from 'mqtt';
import type { Clock } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { QueueState, WindowPublisher } from '../../ports/window-publisher.js';
import { redact } from '../../settings/redact.js';
import type { AnonymizedWindow } from '../../stages/anonymize.js';
import { BoundedQueue } from './bounded-queue.js';
import { TakeoverWatch } from './takeover-watch.js';

export interface BrokerAddress {
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** PEM of the authority that signed the broker's certificate. */
  readonly ca?: string | undefined;
}

export interface MqttPublisherOptions {
  readonly broker: BrokerAddress;
  readonly venue: Identifier;
  readonly edge: Identifier;
  readonly clock: Clock;
  readonly log: Log;
}

interface Message {
  readonly topic: string;
  readonly payload: Buffer;
}

/** Windows that wait for the broker: ten minutes of one camera, a minute of ten. */
const QUEUE = 600;
/** Windows sent and not yet acknowledged. */
const IN_FLIGHT = 16;
/** Milliseconds that a stopping agent spends on what still waits. */
const LAST_WORDS = 3_000;
const RECONNECT = 2_000;

/**
 * Publishes windows with QoS 1, the status with a Last Will, and the health, retained. The client
 * id follows from the edge's id, so that the broker itself lets only one agent of an id in.
 */
export class MqttPublisher implements WindowPublisher {
  readonly #client: MqttClient;
  readonly #queue = new BoundedQueue<Message>(QUEUE);
  readonly #takeover = new TakeoverWatch();
  #inFlight = 0;
  #health: EdgeHealth | undefined;
  #networkFault: string | undefined;
  #closing = false;
  #drained: (() => void) | undefined;

  constructor(private readonly options: MqttPublisherOptions) {
    const { broker, venue, edge } = options;
    this.#client = mqtt.connect(broker.url, {
      clientId: `throng-edge-${venue}-${edge}`,
      ...(broker.username === undefined ? {} : { username: broker.username }),
      ...(broker.password === undefined ? {} : { password: broker.password }),
      ...(broker.ca === undefined ? {} : { ca: broker.ca }),
      clean: true,
      keepalive: 10,
      reconnectPeriod: RECONNECT,
      connectTimeout: 10_000,
      queueQoSZero: false,
      will: {
        topic: this.#topicOf('status'),
        payload: Buffer.from('offline'),
        qos: DELIVERY.status.qos,
        retain: DELIVERY.status.retain,
      },
    });
    this.#client.on('connect', () => this.#connected());
    this.#client.on('error', (error) => this.#unreachable(error));
    this.#client.on('close', () => this.#closed());
  }

  publish(window: AnonymizedWindow): void {
    const { message } = window;
    const { venue, edge } = this.options;
    const topic = formatTopic({ channel: 'window', venue, edge, camera: message.camera });
    const payload = this.#encoded('window', message);
    if (payload === undefined) return;
    this.#queue.push({ topic, payload });
    this.#pump();
  }

  publishHealth(health: EdgeHealth): void {
    this.#health = health;
    this.#sendHealth();
  }

  queue(): QueueState {
    return { waiting: this.#queue.length + this.#inFlight, dropped: this.#queue.dropped };
  }

  async close(): Promise<void> {
    this.#closing = true;
    const hasBroker = this.#client.connected;
    if (hasBroker) {
      await this.#within(new Promise<void>((resolve) => this.#whenDrained(resolve)));
      const { qos, retain } = DELIVERY.status;
      const topic = this.#topicOf('status');
      await this.#within(this.#client.publishAsync(topic, 'offline', { qos, retain }));
    }
    // A broker that hears a proper goodbye does not send the Last Will on top of it.
    if (hasBroker) await this.#within(this.#client.endAsync(false));
    await this.#client.endAsync(true);
  }

  #whenDrained(drained: () => void): void {
    this.#drained = drained;
    if (this.queue().waiting === 0) drained();
  }

  /** Waits for `work`, but no longer than a stopping agent may take. */
  #within(work: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.options.clock.after(LAST_WORDS, resolve);
      const done = () => {
        cancel();
        resolve();
      };
      work.then(done, done);
    });
  }

  #connected(): void {
    this.#networkFault = undefined;
    this.options.log.info({ broker: redact(this.options.broker.url) }, 'connected to the broker');
    const { qos, retain } = DELIVERY.status;
    this.#client.publish(this.#topicOf('status'), 'online', { qos, retain });
    this.#sendHealth();
    this.#pump();
  }

  #sendHealth(): void {
    if (this.#health === undefined || !this.#client.connected) return;
    const payload = this.#encoded('health', this.#health);
    const { qos, retain } = DELIVERY.health;
    if (payload !== undefined) {
      this.#client.publish(this.#topicOf('health'), payload, { qos, retain });
    }
  }

  /** Hands waiting windows to the client while it is connected; it repeats them until acknowledged. */
  #pump(): void {
    while (this.#client.connected && this.#inFlight < IN_FLIGHT) {
      const next = this.#queue.shift();
      if (next === undefined) break;
      this.#inFlight += 1;
      this.#client.publish(next.topic, next.payload, { qos: DELIVERY.window.qos }, () => {
        this.#inFlight -= 1;
        this.#pump();
        if (this.queue().waiting === 0) this.#drained?.();
      });
    }
  }

  #unreachable(error: Error): void {
    const { broker, log } = this.options;
    const message = redact(error.message || String(error), [broker.password]);
    if (message === this.#networkFault) return;
    this.#networkFault = message;
    log.warn(
      { broker: redact(broker.url), cause: message },
      'the broker cannot be reached; retrying',
    );
  }

  #closed(): void {
    if (this.#closing || this.#networkFault !== undefined) return;
    const { clock, edge, log, venue } = this.options;
    if (!this.#takeover.kicked(clock.now())) return;
    log.error(
      { edge, venue },
      `the broker keeps closing our connection: another agent runs as edge "${edge}" of venue "${venue}". Stop one of them, or give each its own \`edge\` id`,
    );
  }

  #encoded<C extends Channel>(channel: C, message: Messages[C]): Buffer | undefined {
    const encoded = encode(channel, message);
    if (encoded.ok) return Buffer.from(encoded.value);
    this.options.log.error({ code: encoded.code, cause: encoded.message }, 'message not sent');
    return undefined;
  }

  #topicOf(channel: 'status' | 'health'): string {
    const { venue, edge } = this.options;
    const topic: Topic = { channel, venue, edge };
    return formatTopic(topic);
  }
}
