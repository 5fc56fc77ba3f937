import type Type from 'typebox';
import { MESSAGES } from '../codec.js';
import { desiredTopic } from '../fleet/fleet-topics.js';
import { SignedDocument } from '../fleet/signed-document.js';
import { LIMITS } from '../limits.js';
import { type Channel, DELIVERY, formatTopic } from '../topics.js';

/** A topic as it is told to people and programs. */
export interface DescribedTopic {
  readonly title: string;
  readonly summary: string;
  /** Whether the control server hears it or says it. */
  readonly action: 'receive' | 'send';
  readonly address: string;
  readonly schema: Type.TSchema;
  readonly maxBytes: number;
  readonly delivery: { readonly qos: 0 | 1; readonly retain: boolean };
}

const place = { venue: '{venue}', edge: '{edge}', camera: '{camera}' } as const;

const told = (
  channel: Channel,
  action: DescribedTopic['action'],
  title: string,
  summary: string,
): DescribedTopic => ({
  ...{ action, title, summary },
  address: formatTopic({ channel, ...place }),
  schema: MESSAGES[channel],
  maxBytes: channel === 'window' ? LIMITS.windowBytes : LIMITS.messageBytes,
  delivery: DELIVERY[channel],
});

/** One entry a channel: a channel without a description does not compile. */
const heard = (): Record<Channel, DescribedTopic> => ({
  window: told(
    'window',
    'receive',
    'Measurement window',
    'What one camera measured of the ground it sees in one window (MW1–MW11).',
  ),
  health: told(
    'health',
    'receive',
    'Health of an agent',
    'What an engineer must see of a box and its cameras, every few seconds.',
  ),
  status: told(
    'status',
    'receive',
    'Presence of an agent',
    'A bare word; offline is its Last Will (T4).',
  ),
  reported: told(
    'reported',
    'receive',
    'What a box made of its settings',
    'Which settings and models of the server it has taken, and why not.',
  ),
  server: told(
    'server',
    'send',
    'Presence of the server',
    'A bare word, said again every 10 s; offline is its Last Will (T6).',
  ),
});

/** Every topic of the broker. Made when asked for: the page, which asks never, need not load it. */
export const mqttTopics = (): Readonly<Record<string, DescribedTopic>> => ({
  ...heard(),
  desired: {
    action: 'send',
    title: 'What a box shall do',
    summary: 'Settings and models for one box: body is the text of a fleet-document (FL1–FL8).',
    address: desiredTopic(place),
    schema: SignedDocument,
    maxBytes: LIMITS.desiredBytes,
    delivery: { qos: 1, retain: true },
  },
});
