import { FleetDocument } from '../fleet/fleet-document.js';
import { Delta, Snapshot } from '../live/live-message.js';
import { TOPIC_PREFIX } from '../topics.js';
import { type DescribedTopic, mqttTopics } from './mqtt-channels.js';
import { plainSchema } from './plain-schema.js';

const PARAMETERS = {
  venue: { description: 'Id of the venue.' },
  edge: { description: 'Id of the box: an agent writes under its own alone.' },
  camera: { description: 'Id of the camera.' },
} as const;

const parametersOf = (address: string) =>
  Object.fromEntries(Object.entries(PARAMETERS).filter(([name]) => address.includes(`{${name}}`)));

const LIVE = {
  snapshot: {
    title: 'Snapshot',
    summary:
      'The venue and all that is known: first, and with each other version of it (LV1, LV15).',
    schema: Snapshot,
  },
  delta: {
    title: 'Delta',
    summary: 'What changed since the message before, at least once a second (LV2–LV7).',
    schema: Delta,
  },
} as const;

const component = (name: string) => ({ $ref: `#/components/messages/${name}` });

/** An entry for each topic of the broker. */
const eachTopic = <Value>(
  entry: (name: string, topic: DescribedTopic) => readonly [string, Value],
): Record<string, Value> =>
  Object.fromEntries(Object.entries(mqttTopics()).map(([name, topic]) => entry(name, topic)));

const INFO = `Measurements of edge agents over MQTT (${TOPIC_PREFIX}), and the live channel of the control server. Counts of a place only: no picture, no person and no track is on the wire (SPEC P1–P9).`;

/**
 * The topics of the broker and the live channel as an AsyncAPI 3.0 document, from the control
 * server's side: made of the very schemas that decode. The same code gives the same document.
 *
 * @param release of the server that tells it.
 */
export const describeAsync = (release: string) => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Throng',
    version: release,
    description: INFO,
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  defaultContentType: 'application/json',
  servers: {
    mqtt: {
      host: '127.0.0.1:1883',
      protocol: 'mqtt',
      description:
        'The broker: the one that comes with the server, or your own; mqtts on a network.',
    },
    live: {
      host: '127.0.0.1:8080',
      protocol: 'ws',
      description: 'The control server; wss where listen.tls is set.',
      security: [{ $ref: '#/components/securitySchemes/token' }],
    },
  },
  channels: {
    ...eachTopic((name, { address, summary, title }) => [
      name,
      {
        ...{ address, title, summary },
        servers: [{ $ref: '#/servers/mqtt' }],
        parameters: parametersOf(address),
        messages: { [name]: component(name) },
      },
    ]),
    live: {
      address: '/ws',
      title: 'Live channel',
      summary: 'Wants a session, or a token that may watch (AC1); ?lane=drill is that of a drill.',
      servers: [{ $ref: '#/servers/live' }],
      messages: { snapshot: component('snapshot'), delta: component('delta') },
    },
  },
  operations: {
    ...eachTopic((name, { action, delivery, title }) => [
      `${action}-${name}`,
      {
        ...{ action, title, channel: { $ref: `#/channels/${name}` } },
        bindings: { mqtt: { ...delivery, bindingVersion: '0.2.0' } },
      },
    ]),
    'send-live': { action: 'send', title: 'Live channel', channel: { $ref: '#/channels/live' } },
  },
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token of this server.' },
    },
    schemas: { 'fleet-document': plainSchema(FleetDocument) },
    messages: {
      ...eachTopic((name, { maxBytes, schema, summary, title }) => [
        name,
        {
          ...{ name, title, summary, description: `At most ${maxBytes} bytes.` },
          contentType: 'anyOf' in schema ? 'text/plain' : 'application/json',
          payload: plainSchema(schema),
        },
      ]),
      ...Object.fromEntries(
        Object.entries(LIVE).map(([name, { schema, ...told }]) => [
          name,
          { name, ...told, contentType: 'application/json', payload: plainSchema(schema) },
        ]),
      ),
    },
  },
});
