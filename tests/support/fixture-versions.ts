import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCalendar, parseVenue } from '@throng/contract';
import { fixtureVenue } from './fixture-venue.js';

interface Kept {
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly note: string;
  readonly venue: unknown;
  readonly calendar: unknown;
}

/** The hall's one evening; the live scene begins an hour and forty minutes after its doors. */
export const fixtureCalendar = {
  plans: [
    {
      id: 'concert',
      name: 'Concert',
      phases: [
        { id: 'doors', name: 'Doors', fromMinute: 0 },
        { id: 'headliner', name: 'Headliner', fromMinute: 90 },
        { id: 'egress', name: 'Egress', fromMinute: 200 },
      ],
      endMinute: 260,
    },
  ],
  events: [
    { id: 'opening', name: 'Summer night', plan: 'concert', doorsAt: '2026-07-04T16:00:00.000Z' },
  ],
};

/** The hall before its east stairs were drawn, and the hall as it is. */
const seeds = (): Kept[] => {
  const { zones } = fixtureVenue;
  const before = { ...fixtureVenue, zones: zones.filter(({ id }) => id !== 'east-stairs') };
  return [
    {
      version: 1,
      savedAt: '2026-06-01T09:12:00.000Z',
      savedBy: 'ines',
      note: 'As surveyed in May',
      venue: before,
      calendar: fixtureCalendar,
    },
    {
      version: 2,
      savedAt: '2026-06-20T14:30:00.000Z',
      savedBy: 'ola',
      note: 'East stairs opened',
      venue: fixtureVenue,
      calendar: fixtureCalendar,
    },
  ];
};

/**
 * Keeps venue versions and floor plans as the server does: a version must be sound and based on the
 * newest. Whether the request was one of these.
 */
export const fixtureVersions = () => {
  const kept = seeds();
  const images = new Map<string, { type: string; bytes: Buffer }>();
  let inForce = 2;

  const save = (asked: unknown, response: ServerResponse): void => {
    const { basedOn, calendar: times, note, venue } = fieldsOf(asked);
    if (basedOn !== kept.at(-1)?.version) {
      refuse(response, 409, 'outdated');
      return;
    }
    const [places, evenings] = [parseVenue(withoutPlan(venue)), parseCalendar(times)];
    if (!places.ok || !evenings.ok) {
      const faults = [places, evenings].flatMap((each) => (each.ok ? [] : each.faults));
      refuse(response, 400, 'faults', faults);
      return;
    }
    const version = kept.length + 1;
    const savedAt = new Date(Date.UTC(2026, 6, 4, 12, version)).toISOString();
    kept.push({
      version,
      savedAt,
      savedBy: 'engineer',
      note: String(note),
      venue,
      calendar: times,
    });
    answer(response, 201, { version });
  };

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname } = new URL(request.url ?? '/', 'http://fixture');
    const [, kind, name, act] =
      /^\/api\/v1\/(venue-versions|floor-plans)\/?(\w*)\/?([\w-]*)$/.exec(pathname) ?? [];
    if (kind === undefined) return false;
    void bodyOf(request).then((body) => {
      if (kind === 'floor-plans') {
        if (request.method === 'PUT') {
          const id = createHash('sha256').update(body).digest('hex');
          images.set(id, { type: request.headers['content-type'] ?? '', bytes: body });
          return answer(response, 200, { id });
        }
        const image = images.get(name ?? '');
        if (image === undefined) return refuse(response, 404, 'not-found');
        return void response.writeHead(200, { 'Content-Type': image.type }).end(image.bytes);
      }
      if (request.method === 'POST' && act === '')
        return save(JSON.parse(body.toString()), response);
      const found = kept.find(({ version }) => String(version) === name);
      if (name !== '' && found === undefined) return refuse(response, 404, 'not-found');
      if (found !== undefined && act === 'put-in-force') {
        inForce = found.version;
        return void response.writeHead(204).end();
      }
      if (found !== undefined) {
        const { calendar: times, venue, version } = found;
        return answer(response, 200, { version, venue, calendar: times });
      }
      const list = kept.map(({ note, savedAt, savedBy, version }) => ({
        version,
        savedAt,
        savedBy,
        note,
        isInForce: version === inForce,
      }));
      answer(response, 200, list.toReversed());
    });
    return true;
  };
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The fixture judges what is drawn, not the picture beneath. */
const withoutPlan = (venue: unknown): unknown => {
  const { floorPlan: _, ...rest } = fieldsOf(venue);
  return rest;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

const answer = (response: ServerResponse, status: number, content: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
};

const refuse = (response: ServerResponse, status: number, code: string, faults?: unknown): void =>
  answer(response, status, { error: { code, message: code, ...(faults ? { faults } : {}) } });
