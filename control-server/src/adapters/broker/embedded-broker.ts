import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { DELIVERY, formatTopic, type ServerStatus, venueFilter } from '@throng/contract';
import { Aedes, type AedesPublishPacket } from 'aedes';
import type { Refusal } from '../../admission/refusal.js';
import { edgeRules } from '../../broker/edge-rules.js';
import type { IncomingMessage, MessageSource } from '../../broker/message-source.js';
import type { TlsDoor } from '../tls/tls-door.js';
import { CertifiedClients, type Standing } from './certified-clients.js';

/** Connections at once: far more than a venue has agents, too few to exhaust the process. */
const MAX_CONNECTIONS = 1_000;

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

export interface EmbeddedBrokerSettings {
  readonly host: string;
  readonly port: number;
  readonly venue: string;
  /** `ca` (PEM): agents show certificates of it, and keep to what is theirs (EN6). */
  readonly tls?: {
    readonly door: TlsDoor;
    readonly ca: string | undefined;
    readonly standing?: Standing | undefined;
    /** Certificates that read everything and speak for nobody. */
    readonly readers?: readonly string[] | undefined;
  };
}

export interface EmbeddedBroker extends MessageSource {
  /** Ends the connections of boxes whose certificates were revoked since they came. */
  cutRevoked(): void;
}

/**
 * The broker that comes with the server: agents connect to it, and the server hears them in
 * process. It keeps nothing on disk; a client id that connects again takes the place of the old
 * one. Agents are told that the server is there.
 */
export const startEmbeddedBroker = async (
  settings: EmbeddedBrokerSettings,
  onMessage: (message: IncomingMessage) => void,
  onRefused: (refusal: Refusal) => void = () => {},
): Promise<EmbeddedBroker> => {
  const { tls } = settings;
  const certified =
    tls?.ca === undefined
      ? undefined
      : new CertifiedClients(
          edgeRules(settings.venue, new Set(tls.readers)),
          onRefused,
          tls.standing,
        );
  const broker = await Aedes.createBroker({
    queueLimit: 1_000,
    maxClientsIdLength: 128,
    ...certified?.hooks,
  });
  // One that goes away in the middle of a word is no fault of the server.
  broker.on('clientError', () => {});
  broker.on('connectionError', () => {});
  const accept = (socket: TLSSocket): void => {
    if (certified === undefined) broker.handle(socket);
    else certified.accept(broker, socket);
  };
  const server =
    tls === undefined
      ? createServer((socket) => broker.handle(socket))
      : tls.door.accept(accept, tls.ca);
  server.maxConnections = MAX_CONNECTIONS;
  let closing = false;
  const statusTopic = formatTopic({ channel: 'server', venue: settings.venue });
  const say = (status: ServerStatus): Promise<void> =>
    new Promise((resolve) => {
      const payload = Buffer.from(status);
      const packet = { cmd: 'publish', topic: statusTopic, payload, dup: false } as const;
      broker.publish({ ...packet, ...DELIVERY.server }, () => resolve());
    });
  const deliver = (packet: AedesPublishPacket, done: () => void): void => {
    const payload = Buffer.from(packet.payload);
    if (packet.topic !== statusTopic) onMessage({ topic: packet.topic, payload, retained: false });
    // Whoever says that this server is away is wrong (SPEC T6).
    else if (!closing && payload.toString() === 'offline') void say('online');
    done();
  };
  await new Promise<void>((resolve) => {
    broker.subscribe(venueFilter(settings.venue), deliver, resolve);
  });
  await say('online');
  const closeBroker = () => new Promise<void>((resolve) => broker.close(resolve));
  const port = await listen(server, settings.host, settings.port).catch(async (error: unknown) => {
    await closeBroker();
    throw error;
  });
  return {
    address: `${tls === undefined ? 'mqtt' : 'mqtts'}://${settings.host}:${port}`,
    connected: () => server.listening,
    announce: () => void say('online'),
    retain: (topic, bytes) => {
      const payload = Buffer.from(bytes);
      const packet = { cmd: 'publish', topic, payload, dup: false, retain: true, qos: 1 } as const;
      broker.publish(packet, () => {});
    },
    cutRevoked: () => certified?.cutRevoked(),
    close: async () => {
      closing = true;
      await say('offline');
      await closeBroker();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
