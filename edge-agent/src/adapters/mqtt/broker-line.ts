import type { Result } from '@throng/contract';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { backoff } from '../../feed/backoff.js';
import type { Clock } from '../../ports/clock.js';
import { redact } from '../../settings/redact.js';
import { type BrokerAddress, connectOptions } from './broker-address.js';
import { errorText } from './error-text.js';

export interface BrokerLineOptions {
  /** Asked before each attempt, so that a renewed certificate or password is taken. */
  readonly address: () => Promise<Result<BrokerAddress>>;
  readonly session: IClientOptions;
  readonly clock: Clock;
  /** The broker lets us in; `client` is good until `closed`. */
  readonly opened: (client: MqttClient) => void;
  readonly closed: () => void;
  /** Why an attempt failed, or why an open line broke. Without secrets. */
  readonly failed: (cause: string) => void;
}

const CONNECT_TIMEOUT = 10_000;
/** Milliseconds between attempts, at most: a venue waits for its density. */
const LONGEST_PAUSE = 5_000;
/** CONNACK of a broker that does not speak MQTT 5, in the words of 3.1.1 and of 5. */
const OTHER_VERSION = new Set<unknown>([0x01, 0x84]);

const wantsOtherVersion = (error: Error): boolean =>
  'code' in error && OTHER_VERSION.has(error.code);

/**
 * Keeps a line to the broker: one client per connection, made anew after each loss, so that nothing
 * of the old one is repeated behind our back. Speaks MQTT 5, in which a broker says what it refuses,
 * and 3.1.1 with a broker that knows no other.
 */
export class BrokerLine {
  #client: MqttClient | undefined;
  #cancel: () => void = () => {};
  #failures = 0;
  #version: 4 | 5 = 5;
  #ended = false;

  constructor(private readonly options: BrokerLineOptions) {
    void this.#connect();
  }

  /** The client of the open line. */
  get client(): MqttClient | undefined {
    return this.#client?.connected ? this.#client : undefined;
  }

  /** Leaves without a goodbye of its own and does not come back. */
  end(): void {
    this.#ended = true;
    this.#cancel();
    this.#client?.end(true);
  }

  async #connect(): Promise<void> {
    const { address, clock, closed, failed, opened, session } = this.options;
    const read = await address();
    if (this.#ended) return;
    if (!read.ok) {
      failed(read.message);
      this.#again();
      return;
    }
    const secrets = [read.value.password];
    const client = this.#open(read.value, session);
    if (client === undefined) return;
    this.#client = client;
    let isOpen = false;
    let said = false;
    const say = (cause: string) => {
      if (!said) failed(redact(cause, secrets));
      said = true;
    };
    const cancel = clock.after(CONNECT_TIMEOUT, () => {
      say(`no answer within ${CONNECT_TIMEOUT / 1_000} s`);
      client.end(true);
    });
    client.on('connect', () => {
      cancel();
      isOpen = true;
      this.#failures = 0;
      opened(client);
    });
    let falls = false;
    client.on('error', (error) => {
      falls = this.#version === 5 && wantsOtherVersion(error);
      if (!falls) say(errorText(error));
    });
    client.once('close', () => {
      cancel();
      if (falls) {
        this.#version = 4;
        client.end(true);
        void this.#connect();
        return;
      }
      if (isOpen) closed();
      else say('the broker closed the connection');
      client.end(true);
      this.#again();
    });
  }

  /** A key that does not fit its certificate is refused before anything is sent. */
  #open(address: BrokerAddress, session: IClientOptions): MqttClient | undefined {
    try {
      return mqtt.connect(address.url, {
        ...session,
        ...connectOptions(address),
        protocolVersion: this.#version,
        reconnectPeriod: 0,
        connectTimeout: 2 * CONNECT_TIMEOUT,
      });
    } catch (error) {
      this.options.failed(redact(errorText(error), [address.password]));
      this.#again();
      return undefined;
    }
  }

  #again(): void {
    if (this.#ended) return;
    this.#failures += 1;
    const wait = Math.min(LONGEST_PAUSE, backoff(this.#failures, Math.random()));
    this.#cancel = this.options.clock.after(wait, () => void this.#connect());
  }
}
