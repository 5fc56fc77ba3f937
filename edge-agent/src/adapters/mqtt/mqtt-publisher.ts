import { createHash } from 'node:crypto';
import {
  type Channel,
  DELIVERY,
  decode,
  type EdgeHealth,
  encode,
  formatTopic,
  type Identifier,
  type Messages,
  type Result,
  windowName,
  windowTrace,
} from '@throng/contract';
import type { MqttClient } from 'mqtt';
import { AccessRefusals, isRefusal } from '../../outbox/access-refusals.js';
import { brokerRemedy } from '../../outbox/broker-remedy.js';
import { WindowOutbox } from '../../outbox/window-outbox.js';
import type { Clock } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { QueueState, WindowPublisher } from '../../ports/window-publisher.js';
import type { WindowSpool } from '../../ports/window-spool.js';
import { redact } from '../../settings/redact.js';
import { spoolHealth } from '../../spool/spool-health.js';
import type { AnonymizedWindow } from '../../stages/anonymize.js';
import type { Alongside } from './alongside.js';
import type { BrokerAddress } from './broker-address.js';
import { BrokerLine } from './broker-line.js';
import { TakeoverWatch } from './takeover-watch.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface MqttPublisherOptions {
  /** For people and logs; may hold credentials. */
  readonly url: string;
  readonly address: () => Promise<Result<BrokerAddress>>;
  readonly venue: Identifier;
  readonly edge: Identifier;
  readonly spool: WindowSpool;
  readonly latePerSecond: number;
  readonly needsServer: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly alongside?: Alongside | undefined;
}

/** Milliseconds that a stopping agent spends on what is on its way. */
const LAST_WORDS = 3_000;
const LOOK_EVERY = 20;

/**
 * Publishes windows with QoS 1 by way of the spool, the status with a Last Will, and the health,
 * retained. The client id follows from the edge's id, so that the broker itself lets only one
 * agent of an id in.
 */
export class MqttPublisher implements WindowPublisher {
  readonly #line: BrokerLine;
  readonly #outbox: WindowOutbox;
  readonly #takeover = new TakeoverWatch();
  readonly #refusals: AccessRefusals;
  readonly #serverTopic: string;
  #health: EdgeHealth | undefined;
  #fault: string | undefined;
  #closing = false;

  constructor(private readonly options: MqttPublisherOptions) {
    const { address, clock, edge, log, venue } = options;
    this.#outbox = new WindowOutbox(options);
    this.#refusals = new AccessRefusals(edge, log);
    this.#serverTopic = formatTopic({ channel: 'server', venue });
    this.#line = new BrokerLine({
      address,
      clock,
      session: {
        clientId: `throng-edge-${venue}-${edge}`,
        clean: true,
        keepalive: 10,
        queueQoSZero: false,
        will: {
          topic: this.#topicOf('status'),
          payload: Buffer.from('offline'),
          ...DELIVERY.status,
        },
      },
      opened: (client) => this.#opened(client),
      closed: () => this.#closed(),
      failed: (cause) => this.#unreachable(cause),
    });
  }

  publish(window: AnonymizedWindow): void {
    const { message } = window;
    const { venue, edge } = this.options;
    const live = this.#encoded('window', message);
    const late = this.#encoded('window', { ...message, late: true });
    if (live === undefined || late === undefined) return;
    const topic = formatTopic({ channel: 'window', venue, edge, camera: message.camera });
    const name = windowName(message);
    this.options.log.debug?.(
      { trace: windowTrace(name, sha256), window: name },
      'window published',
    );
    this.#outbox.add({ topic, start: Date.parse(message.start), live, late });
  }

  publishHealth(health: EdgeHealth): void {
    this.#health = health;
    this.#sendHealth();
  }

  queue(): QueueState {
    const { clock, spool } = this.options;
    const { waiting, resent } = this.#outbox;
    const state = spoolHealth(spool, { waiting, resent }, clock.now());
    const { count: refused } = this.#refusals;
    return {
      waiting,
      dropped: state.thinned + state.expired,
      ...(refused === 0 ? {} : { refused }),
      spool: state,
    };
  }

  serverAwayFor(): number {
    return this.#outbox.presence.awayFor(this.options.clock.now());
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    this.#outbox.stop();
    const client = this.#line.client;
    if (client !== undefined) {
      await this.#within(() => !this.#outbox.isBusy);
      let said = false;
      client.publish(this.#topicOf('status'), 'offline', DELIVERY.status, () => {
        said = true;
      });
      await this.#within(() => said);
      // A broker that hears a proper goodbye does not send the Last Will on top of it.
      let gone = false;
      client.end(false, () => {
        gone = true;
      });
      await this.#within(() => gone);
    }
    this.#line.end();
    this.options.spool.close();
  }

  /** Waits until `done`, but no longer than a stopping agent may take. */
  #within(done: () => boolean): Promise<void> {
    const { clock } = this.options;
    const until = clock.now() + LAST_WORDS;
    return new Promise((resolve) => {
      const look = () => {
        if (done() || clock.now() >= until) resolve();
        else clock.after(LOOK_EVERY, look);
      };
      look();
    });
  }

  #opened(client: MqttClient): void {
    this.#fault = undefined;
    this.#refusals.reset();
    this.options.log.info({ broker: redact(this.options.url) }, 'connected to the broker');
    client.on('message', (topic, payload, { retain }) => {
      const heard = topic === this.#serverTopic ? decode(topic, payload) : undefined;
      if (heard?.ok && heard.value.channel === 'server') {
        this.#outbox.heardServer(heard.value.message, retain);
      }
    });
    client.subscribe(this.#serverTopic, { qos: 1 });
    const status = this.#topicOf('status');
    client.publish(status, 'online', DELIVERY.status, (error) => this.#answered(status, error));
    this.#sendHealth();
    this.options.alongside?.opened(client);
    this.#outbox.opened({
      send: (topic, payload, answered) =>
        client.publish(topic, Buffer.from(payload), DELIVERY.window, (error) => {
          this.#answered(topic, error);
          if (!error || isRefusal(error)) answered(!error);
        }),
    });
  }

  #answered(topic: string, error: unknown): void {
    if (isRefusal(error)) this.#refusals.add(topic);
  }

  #sendHealth(): void {
    const client = this.#line.client;
    if (this.#health === undefined || client === undefined) return;
    const payload = this.#encoded('health', this.#health);
    if (payload === undefined) return;
    const topic = this.#topicOf('health');
    client.publish(topic, payload, DELIVERY.health, (error) => this.#answered(topic, error));
  }

  #unreachable(cause: string): void {
    if (cause === this.#fault) return;
    this.#fault = cause;
    this.options.log.warn(
      { broker: redact(this.options.url), cause, remedy: brokerRemedy(cause) },
      'the broker cannot be reached; retrying',
    );
  }

  #closed(): void {
    this.#outbox.closed();
    this.options.alongside?.closed();
    if (this.#closing || this.#fault !== undefined) return;
    const { clock, edge, log, venue } = this.options;
    log.warn({ broker: redact(this.options.url) }, 'the broker is gone; windows wait in the spool');
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
    return formatTopic({ channel, venue, edge });
  }
}
