import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyCalendar } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventually } from '../../support/eventually.js';
import { runServer } from '../../support/throng.js';
import { VENUE } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

const RENAMED = { ...VENUE, name: 'Great hall' };

let house: House;
beforeAll(async () => {
  house = await House.open();
  const headers = { 'content-type': 'application/json', origin: house.server.url };
  const body = { basedOn: 1, note: 'a greater name', venue: RENAMED, calendar: emptyCalendar };
  const post = (path: string, content?: object) =>
    fetch(`${house.server.url}/api/v1/venue-versions${path}`, {
      method: 'POST',
      ...(content === undefined
        ? { headers: { origin: house.server.url } }
        : { headers, body: JSON.stringify(content) }),
    });
  expect((await post('', body)).status).toBe(201);
  expect((await post('/2/put-in-force')).status).toBe(204);
});
afterAll(() => house.close());

const venue = (...words: string[]) =>
  runServer(['venue', ...words, '-c', join(house.folder, 'venue.yml')], { cwd: house.folder });

describe('[I] versions of the venue from the command line', () => {
  it('are listed, with who saved them and which is in force', async () => {
    const listed = await venue('versions');
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(/2 +\S+Z +this-machine +in force +a greater name/);
    expect(listed.out).toMatch(/1 +\S+Z +file +from the file/);
  });

  it('are shown and exported as a venue file has them, over no file that is there', async () => {
    const [shown, exported, again] = await Promise.all([
      venue('show', '1'),
      venue('export', '2', '--out', 'two.yml'),
      venue('export', '1', '--out', 'venue.yml', '--json'),
    ]);
    expect(parse(shown.out)).toEqual({ venue: VENUE, calendar: emptyCalendar });
    expect(exported.code).toBe(0);
    expect(parse(await readFile(join(house.folder, 'two.yml'), 'utf8'))).toEqual({
      venue: RENAMED,
      calendar: emptyCalendar,
    });
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ error: { code: 'file' } });
  });

  it('that there is none of, or that are no number, are said to be so', async () => {
    const [unknown, latest] = await Promise.all([venue('restore', '7'), venue('show', 'latest')]);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('no version 7') });
    expect(latest.code).toBe(2);
  });

  it('are put in force again, and the running server follows', async () => {
    const restored = await venue('restore', '1');
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Version 1') });
    house.clock.advance(2_000);
    await eventually('the server works by version 1', async () => {
      const now = Object(await house.json('/api/v1/venue'));
      return now.name === 'Hall' || undefined;
    });
    expect(house.log).toContain('"version":1,"msg":"venue put in force"');
  });
});
