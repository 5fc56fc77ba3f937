import { venueFilter } from '@throng/contract';
import { connect, type MqttClient } from 'mqtt';
import type { IncomingMessage, MessageSource } from '../../broker/message-source.js';

export interface ExternalBroker {
  readonly url: string;
  readonly venue: string;
  readonly username?: string;
  readonly password?: string;
  /** Certificate authority that the broker's certificate must come from, PEM. */
  readonly ca?: string;
}

/** What the connection tells the log. */
export interface ConnectionEvents {
  readonly onConnect: () => void;
  readonly onLost: (cause: string) => void;
}

const RECONNECT_MS = 1_000;

const withoutSecrets = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};

/** Hears a venue over a broker elsewhere, and connects again for as long as it takes. */
export const connectExternalBroker = (
  { url, venue, username, password, ca }: ExternalBroker,
  onMessage: (message: IncomingMessage) => void,
  events: ConnectionEvents,
): MessageSource => {
  const client: MqttClient = connect(url, {
    clientId: `throng-server-${venue}-${crypto.randomUUID().slice(0, 8)}`,
    clean: true,
    resubscribe: false,
    reconnectPeriod: RECONNECT_MS,
    connectTimeout: 10_000,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(ca === undefined ? {} : { ca }),
  });
  let heard = false;
  client.on('connect', () => {
    client.subscribe(venueFilter(venue), { qos: 1 }, (error) => {
      heard = error === null;
      if (heard) events.onConnect();
      else events.onLost(`the broker refused the subscription: ${error?.message}`);
    });
  });
  client.on('close', () => {
    if (heard) events.onLost('connection lost');
    heard = false;
  });
  client.on('error', (error) => events.onLost(error.message));
  client.on('message', (topic, payload, packet) =>
    onMessage({ topic, payload, retained: packet.retain }),
  );
  return {
    address: withoutSecrets(url),
    connected: () => client.connected && heard,
    close: async () => {
      await client.endAsync();
    },
  };
};
