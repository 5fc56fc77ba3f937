import { DELIVERY, formatTopic, type ServerStatus, venueFilter } from '@throng/contract';
import { connect, type MqttClient } from 'mqtt';
import type { IncomingMessage, MessageSource } from '../../broker/message-source.js';

export interface ExternalBroker {
  readonly url: string;
  readonly venue: string;
  /** Another server may have been heard until now: agents are told that one was away (SPEC T6). */
  readonly takesOver?: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Certificate authority that the broker's certificate must come from, PEM. */
  readonly ca?: string;
  /** Certificate of this server and its key, PEM. */
  readonly cert?: string;
  readonly key?: string;
}

/** What the connection tells the log. */
export interface ConnectionEvents {
  readonly onConnect: () => void;
  readonly onLost: (cause: string) => void;
}

const RECONNECT_MS = 1_000;
/** A server that is cut off is known to be away after one and a half times this. */
const KEEPALIVE_SECONDS = 10;
/** Milliseconds that a stopping server spends on saying that it leaves. */
const LAST_WORD_MS = 1_000;

/**
 * Lets the acknowledgements of one turn leave as one piece, at its end: a write to the network for each costs
 * more than to hear a message does.
 */
const acknowledgeTogether = (client: MqttClient): void => {
  let isHeld = false;
  client.on('packetreceive', () => {
    if (isHeld) return;
    isHeld = true;
    const { stream } = client;
    stream.cork();
    setImmediate(() => {
      isHeld = false;
      stream.uncork();
    });
  });
};

/**
 * Gives up what a broken line left without an acknowledgement. MQTT.js would say it again before we have
 * subscribed anew, and boxes would take for heard what nobody hears.
 */
const repeatNothing = (client: MqttClient): void => {
  for (const id of Object.keys(client.outgoing)) client.removeOutgoingMessage(Number(id));
};

/** By what a broker knows this server: what is given of it. */
export const credentialsOf = ({
  ca,
  cert,
  key,
  password,
  username,
}: Omit<ExternalBroker, 'url' | 'venue' | 'takesOver'>) => ({
  ...(username === undefined ? {} : { username }),
  ...(password === undefined ? {} : { password }),
  ...(ca === undefined ? {} : { ca }),
  ...(cert === undefined ? {} : { cert }),
  ...(key === undefined ? {} : { key }),
});

const withoutSecrets = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};

/**
 * Hears a venue over a broker elsewhere, and connects again for as long as it takes. Agents are
 * told whether it is there (SPEC T6).
 */
export const connectExternalBroker = (
  broker: ExternalBroker,
  onMessage: (message: IncomingMessage) => void,
  events: ConnectionEvents,
): MessageSource => {
  const { takesOver = false, url, venue } = broker;
  const statusTopic = formatTopic({ channel: 'server', venue });
  const client: MqttClient = connect(url, {
    clientId: `throng-server-${venue}-${crypto.randomUUID().slice(0, 8)}`,
    clean: true,
    resubscribe: false,
    reconnectPeriod: RECONNECT_MS,
    connectTimeout: 10_000,
    keepalive: KEEPALIVE_SECONDS,
    log: () => {}, // a dozen lines for each message, made up to be thrown away
    will: { topic: statusTopic, payload: Buffer.from('offline'), ...DELIVERY.server },
    ...credentialsOf(broker),
  });
  acknowledgeTogether(client);
  let heard = false;
  let isFirst = true;
  const kept = new Map<string, Buffer>();
  const sendKept = (topic: string, payload: Buffer) =>
    client.publish(topic, payload, { retain: true, qos: 1 });
  const say = (status: ServerStatus, said?: () => void) =>
    client.publish(statusTopic, status, DELIVERY.server, () => said?.());
  client.on('connect', () => {
    client.subscribe(venueFilter(venue), { qos: 1 }, (error) => {
      heard = error === null;
      if (!heard) return events.onLost(`the broker refused the subscription: ${error?.message}`);
      // They send again what was acknowledged while nobody heard it.
      if (takesOver && isFirst) say('offline');
      isFirst = false;
      say('online');
      for (const [topic, payload] of kept) sendKept(topic, payload);
      events.onConnect();
    });
  });
  client.on('close', () => {
    repeatNothing(client);
    if (heard) events.onLost('connection lost');
    heard = false;
  });
  client.on('error', (error) => events.onLost(error.message));
  client.on('message', (topic, payload, packet) => {
    if (topic !== statusTopic) onMessage({ topic, payload, retained: packet.retain });
    // Another server of this venue has left, or our own last word came after our return.
    else if (heard && payload.toString() === 'offline') say('online');
  });
  return {
    address: withoutSecrets(url),
    connected: () => client.connected && heard,
    announce: () => {
      if (heard && client.connected) say('online');
    },
    retain: (topic, payload) => {
      const bytes = Buffer.from(payload);
      kept.set(topic, bytes);
      if (heard && client.connected) sendKept(topic, bytes);
    },
    close: async () => {
      const wasHeard = heard && client.connected;
      heard = false;
      const saidGoodbye =
        wasHeard &&
        (await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(false), LAST_WORD_MS);
          say('offline', () => {
            clearTimeout(timer);
            resolve(true);
          });
        }));
      // A proper end waits for what is on its way: for ever, where the broker is gone.
      await client.endAsync(!saidGoodbye);
    },
  };
};
