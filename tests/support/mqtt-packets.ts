/** What a client says in MQTT 3.1.1 or 5, by the number of its packet type. */
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
  /** Bytes of properties that an MQTT 5 `publish` carries beside its payload. */
  readonly properties: number;
}

const nameOf = (type: number): MqttPacket['type'] => {
  for (const [number, name] of Object.entries(PACKETS)) if (Number(number) === type) return name;
  throw new Error(`a packet of type ${type}, which no agent has to send`);
};

/** The number of MQTT's own making at a place (7 bits a byte, the last one below 128), and where it ends. */
const numberAt = (
  said: Buffer,
  place: number,
): { readonly value: number; readonly end: number } | undefined => {
  let value = 0;
  for (let [at, shift] = [place, 0]; at < said.length; at += 1, shift += 7) {
    const byte = said.readUInt8(at);
    value += (byte & 127) << shift;
    if (byte < 128) return { value, end: at + 1 };
  }
  return undefined;
};

/** The version that a `connect` asks for: it stands behind the protocol's name. */
const versionOf = (said: Buffer, body: number): number =>
  said.readUInt8(body + 2 + said.readUInt16BE(body));

/** Takes apart all that a client said: every byte belongs to a packet. @throws for one that does not. */
export const mqttPackets = (said: Buffer): MqttPacket[] => {
  const packets: MqttPacket[] = [];
  let [at, version] = [0, 4];
  while (at < said.length) {
    const head = said.readUInt8(at);
    const length = numberAt(said, at + 1);
    // The last packet is still under way.
    if (length === undefined || length.end + length.value > said.length) return packets;
    const [body, end] = [length.end, length.end + length.value];
    const type = nameOf(head >> 4);
    if (type === 'connect') version = versionOf(said, body);
    const nothing = { topic: '', payload: Buffer.alloc(0), properties: 0 };
    const told = type === 'publish' ? publishAt(said, head, body, end, version) : nothing;
    packets.push({ type, bytes: end - at, ...told });
    at = end;
  }
  return packets;
};

const publishAt = (said: Buffer, head: number, body: number, end: number, version: number) => {
  const topicEnd = body + 2 + said.readUInt16BE(body);
  const hasId = ((head >> 1) & 3) > 0;
  const afterId = topicEnd + (hasId ? 2 : 0);
  const none = { value: 0, end: afterId };
  const properties = (version >= 5 ? numberAt(said, afterId) : none) ?? none;
  return {
    topic: said.toString('utf8', body + 2, topicEnd),
    properties: properties.value,
    payload: said.subarray(properties.end + properties.value, end),
  };
};
