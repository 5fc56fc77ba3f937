import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VENUE } from '../../unit/control-server/support/venue.js';
import { colleague, firstAdmin, type Guest, openGuardedHouse } from './access/support/guest.js';
import type { House } from './support/house.js';

let house: House;
let engineer: Guest;
let operator: Guest;
let png: Buffer;

beforeAll(async () => {
  house = await openGuardedHouse();
  const admin = await firstAdmin(house);
  engineer = await colleague(house, admin, { name: 'eva', role: 'engineer', zones: null });
  operator = await colleague(house, admin, { name: 'oli', role: 'operator', zones: ['east'] });
  const ground = { width: 60, height: 30, channels: 3, background: '#e8e2d0' } as const;
  png = await sharp({ create: ground }).png().toBuffer();
});
afterAll(() => house.close());

const request = (
  guest: Guest | null,
  method: string,
  path: string,
  type?: string,
  body?: Uint8Array,
) =>
  fetch(`${house.server.url}/api/v1/${path}`, {
    method,
    headers: {
      origin: house.server.url,
      ...(guest === null ? {} : { cookie: guest.cookie }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
  });
const upload = (guest: Guest, type: string, body: Uint8Array) =>
  request(guest, 'PUT', 'floor-plans', type, body);
const codeOf = async (answer: Response): Promise<string> => Object(await answer.json()).error.code;

describe('[I] pictures of the floor', () => {
  it('[VD9] are kept under the hash of their bytes, and given back as they came, for ever', async () => {
    const kept = await upload(engineer, 'image/png', png);
    const id = createHash('sha256').update(png).digest('hex');
    expect([kept.status, await kept.json()]).toEqual([200, { id }]);
    expect((await upload(engineer, 'image/png', png)).status).toBe(200);
    const given = await request(operator, 'GET', `floor-plans/${id}`);
    expect(given.status).toBe(200);
    expect(Buffer.from(await given.arrayBuffer()).equals(png)).toBe(true);
    expect(given.headers.get('content-type')).toBe('image/png');
    expect(given.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(given.headers.get('x-content-type-options')).toBe('nosniff');
    expect(given.headers.get('content-security-policy')).toContain("default-src 'none'");

    const floorPlan = { image: id, origin: [0, 0], width: 20, height: 10 };
    const saved = await engineer.ask('POST', '/api/v1/venue-versions', {
      ...{ basedOn: 1, note: 'with its floor', calendar: { plans: [], events: [] } },
      venue: { ...VENUE, floorPlan },
    });
    expect(saved).toMatchObject({ status: 201, body: { version: 2 } });
    expect((await engineer.ask('POST', '/api/v1/venue-versions/2/put-in-force')).status).toBe(204);
    // Who sees a part of the venue stands on the same floor.
    expect((await operator.ask('GET', '/api/v1/venue')).body).toMatchObject({ floorPlan });
  });

  it('are for engineers to give, and for nobody outside to see', async () => {
    expect((await upload(operator, 'image/png', png)).status).toBe(403);
    const id = createHash('sha256').update(png).digest('hex');
    expect((await request(null, 'GET', `floor-plans/${id}`)).status).toBe(401);
    expect((await request(operator, 'GET', `floor-plans/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await request(operator, 'GET', 'floor-plans/..%2Fthrong.db')).status).toBe(400);
    const foreign = await fetch(`${house.server.url}/api/v1/floor-plans`, {
      method: 'PUT',
      headers: {
        origin: 'https://evil.example',
        cookie: engineer.cookie,
        'content-type': 'image/png',
      },
      body: Buffer.from(png),
    });
    expect(foreign.status).toBe(403);
  });

  it('that are none are refused, with the reason', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const cut = png.subarray(0, png.length - 9);
    expect((await upload(engineer, 'image/svg+xml', svg)).status).toBe(415);
    expect(await codeOf(await upload(engineer, 'image/png', svg))).toBe('not-a-picture');
    expect(await codeOf(await upload(engineer, 'image/jpeg', png))).toBe('not-a-picture');
    expect(await codeOf(await upload(engineer, 'image/png', cut))).toBe('not-whole');
    expect((await upload(engineer, 'application/json', Buffer.from('{}'))).status).toBe(415);
    const large = await upload(engineer, 'image/png', Buffer.alloc(4 * 1024 ** 2 + 1));
    expect([large.status, await codeOf(large)]).toEqual([413, 'too-large']);
  });
});
