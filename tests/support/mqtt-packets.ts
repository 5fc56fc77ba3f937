/** What a client says in MQTT 3.1.1, by the number of its packet type. */
export const PACKETS = {
  1: 'connect',
  3: 'publish',
  4: 'puback',
  8: 'subscribe',
  12: 'pingreq',
  14: 'disconnect',
} as const;

export interface MqttPacket {
  readonly type: (typeof PACKETS)[keyof typeof PACKETS];
  readonly bytes: number;
  /** Of a `publish`. */
  readonly topic: string;
  readonly payload: Buffer;
}

const nameOf = (type: number): MqttPacket['type'] => {
  for (const [number, name] of Object.entries(PACKETS)) if (Number(number) === type) return name;
  throw new Error(`a packet of type ${type}, which no agent has to send`);
};

/** Takes apart all that a client said: every byte belongs to a packet. @throws for one that does not. */
export const mqttPackets = (said: Buffer): MqttPacket[] => {
  const packets: MqttPacket[] = [];
  let at = 0;
  while (at < said.length) {
    const head = said.readUInt8(at);
    let [length, shift, body] = [0, 0, at + 1];
    for (;;) {
      if (body >= said.length) return packets; // the last packet is still under way
      const byte = said.readUInt8(body);
      length += (byte & 127) << shift;
      shift += 7;
      body += 1;
      if (byte < 128) break;
    }
    const end = body + length;
    if (end > said.length) return packets;
    const type = nameOf(head >> 4);
    const topicLength = type === 'publish' ? said.readUInt16BE(body) : 0;
    const topicEnd = body + 2 + topicLength;
    const withId = ((head >> 1) & 3) > 0 ? 2 : 0;
    packets.push({
      type,
      bytes: end - at,
      topic: type === 'publish' ? said.toString('utf8', body + 2, topicEnd) : '',
      payload: type === 'publish' ? said.subarray(topicEnd + withId, end) : Buffer.alloc(0),
    });
    at = end;
  }
  return packets;
};
