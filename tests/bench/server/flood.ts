import { once } from 'node:events';
import { connect } from 'node:net';
import { generate, type IPublishPacket } from 'mqtt-packet';
import type { WireMessage } from './crowd.js';

/** A publisher that costs next to nothing: packets made beforehand, written as one piece, acknowledgements unread. */
export interface Flood {
  send(packets: Buffer): Promise<void>;
  close(): void;
}

/** All messages as MQTT 3.1.1 packets of QoS 1, one after the other, ready to be written. */
export const packed = (messages: readonly WireMessage[]): Buffer =>
  Buffer.concat(
    messages.map(({ topic, payload }, index) => {
      const packet: IPublishPacket = {
        ...{ cmd: 'publish', qos: 1, dup: false, retain: false, topic, payload },
        messageId: (index % 65_000) + 1,
      };
      return generate(packet);
    }),
  );

/** Connects to a broker as a client that only publishes. */
export const openFlood = async (broker: string): Promise<Flood> => {
  const { hostname, port } = new URL(broker);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    generate({
      ...{ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean: true },
      ...{ clientId: `flood-${process.pid}`, keepalive: 0 },
    }),
  );
  await once(socket, 'data'); // CONNACK
  socket.resume();
  return {
    send: async (packets) => {
      if (!socket.write(packets)) await once(socket, 'drain');
    },
    close: () => socket.destroy(),
  };
};
