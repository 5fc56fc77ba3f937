import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadVenueFile, planVenue } from '@throng/control-server';
import { parseSimulatedVenue, type Truth } from '@throng/simulation';
import PdfParser from 'pdf2json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { openSqliteStore } from '../../../control-server/src/adapters/store/sqlite-store.js';
import { start } from '../../support/child.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { runServer, SERVER } from '../../support/throng.js';
import { keepEvening } from './support/keep-evening.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A short evening of the club: minutes of its phases. */
const MINUTES = { early: 10, rush: 15, late: 5, closing: 10 } as const;
const LENGTH = 40;
const FIRST = Date.UTC(2024, 5, 15, 19);
const SECOND = Date.UTC(2024, 5, 22, 19);

let folder: string;
let venueFile: string;
let truth: Truth[];

const clubFile = async () => {
  const path = join(root, 'packages/simulation/venues/club.yml');
  const content = parse(await readFile(path, 'utf8'));
  for (const phase of content.simulation.phases) {
    const minutes = Object.entries(MINUTES).find(([id]) => id === phase.id)?.[1] ?? 5;
    phase.seconds = minutes * 60;
    if (phase.arrivals !== undefined) phase.arrivals *= 4;
  }
  return content;
};

const event = (id: string, name: string, doorsAt: number) => ({
  ...{ id, name, plan: 'night', doorsAt: new Date(doorsAt).toISOString() },
});

const calendar = {
  plans: [
    {
      ...{ id: 'night', name: 'Club night', endMinute: LENGTH },
      phases: [
        { id: 'early', name: 'Early', fromMinute: 0 },
        { id: 'rush', name: 'Rush', fromMinute: 10 },
        { id: 'late', name: 'Late', fromMinute: 25 },
        { id: 'closing', name: 'Closing', fromMinute: 30 },
      ],
    },
  ],
  events: [
    event('first-night', 'First night', FIRST),
    event('second-night', 'Second night', SECOND),
    event('far-night', 'Far night', Date.UTC(2099, 0, 1)),
  ],
};

beforeAll(async () => {
  await promisify(execFile)('npx', ['tsc', '-b', 'control-server'], { cwd: root });
  folder = await mkdtemp(join(tmpdir(), 'throng-report-'));
  const simulated = parseSimulatedVenue(await clubFile());
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.faults));
  venueFile = join(folder, 'venue.yml');
  const server = {
    listen: { port: await freePort() },
    access: { mode: 'open' },
    broker: { embedded: { port: await freePort() } },
    store: { retentionHours: 87_600 },
    report: { timeZone: 'Europe/Berlin' },
  };
  await writeFile(venueFile, stringify({ venue: simulated.value.venue, calendar, server }));
  const loaded = await loadVenueFile(venueFile, {});
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const plan = planVenue(loaded.value.venue, loaded.value.calendar);
  const store = openSqliteStore({ file: loaded.value.storeFile });
  const evening = { simulated: simulated.value, plan, rules: loaded.value.server };
  await keepEvening(store, { ...evening, seed: 3, doorsAt: FIRST });
  truth = await keepEvening(store, { ...evening, seed: 4, doorsAt: SECOND });
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const report = (...words: string[]) =>
  runServer(['report', '-c', venueFile, ...words], { cwd: folder });
const written = (name: string) => readFile(join(folder, 'report-second-night', name));

/** Rows of a table by the names of its columns. */
const tableOf = async (name: string): Promise<Record<string, string>[]> => {
  const [head = '', ...lines] = (await written(name)).toString().trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  });
};

const readPdf = async (bytes: Buffer): Promise<{ pages: number; text: string }> => {
  const parser = new PdfParser(undefined, true);
  const pages = new Promise<number>((resolve, reject) => {
    parser.on('pdfParser_dataReady', ({ Pages }) => resolve(Pages.length));
    parser.on('pdfParser_dataError', reject);
  });
  parser.parseBuffer(bytes);
  return { pages: await pages, text: parser.getRawTextContent() };
};

describe('[I] throng-server report', () => {
  it('writes a page, a PDF and tables of an event, and says where', async () => {
    const { code, out } = await report('--event', 'second-night');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual(
      ['report.html', 'report.pdf', 'zones.csv', 'passages.csv'].map((name) =>
        join('report-second-night', name),
      ),
    );
  });

  it('tells how many came in, as many as truly did', async () => {
    const rows = await tableOf('passages.csv');
    const total = rows.find(
      ({ passage, seconds }) => passage === 'street' && seconds === String(LENGTH * 60),
    );
    const { in: came = 0 } =
      truth.findLast(({ time }) => time <= LENGTH * 60)?.passages.street ?? {};
    expect(came).toBeGreaterThan(50);
    expect(Math.abs(Number(total?.in) - came) / came).toBeLessThan(0.08);
  });

  it('tells each minute of a zone, as it truly was but for what its camera miscounts', async () => {
    const rows = (await tableOf('zones.csv')).filter(
      ({ persons, zone }) => zone === 'dance' && persons !== '',
    );
    const pairs = rows.map(({ at = '', persons }) => {
      const from = (Date.parse(at) - SECOND) / 1_000;
      const within = truth.filter(({ time }) => time > from && time <= from + 60);
      const mean =
        within.reduce((sum, { zones }) => sum + (zones.dance?.persons ?? 0), 0) / within.length;
      return { told: Number(persons), mean };
    });
    expect(pairs.length).toBeGreaterThan(15);
    for (const { mean, told } of pairs) expect(Math.abs(told - mean)).toBeLessThan(5 + 0.25 * mean);
  });

  it('tells no count from 1 to 4', async () => {
    const told = [
      ...(await tableOf('zones.csv')).map(({ persons }) => persons),
      ...(await tableOf('passages.csv')).flatMap(({ in: forth, out }) => [forth, out]),
    ];
    expect(told.filter((count) => ['1', '2', '3', '4'].includes(count ?? ''))).toEqual([]);
    expect((await tableOf('zones.csv')).some(({ suppressed }) => suppressed === 'persons')).toBe(
      true,
    );
  });

  it('compares with the event before, and judges the forecast', async () => {
    const html = (await written('report.html')).toString();
    expect(html).toContain('last time (First night), from the doors on');
    expect(html).toContain('Compared with First night');
    expect(html).toMatch(/By how far it looked ahead.*1 min<.*5 min</s);
    expect(html).toContain('21:00 to 21:40 (Europe/Berlin)');
  });

  it('prints the same: a PDF with pages, whose text can be read', async () => {
    const bytes = await written('report.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const { pages, text } = await readPdf(bytes);
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain('Event report: Second night');
    expect(text).toContain(`page ${pages} of ${pages}`);
    const html = (await written('report.html')).toString();
    const [, most = ''] = /Most people at once<\/dt><dd>([\d,]+)/.exec(html) ?? [];
    expect(most).not.toBe('');
    expect(text).toContain(most);
  });

  it('tells a period without an event, in the formats that are asked for', async () => {
    const period = ['--from', '2024-06-22T19:05:30Z', '--to', '2024-06-22T19:20:00Z'];
    const { code, out } = await report(...period, '--format', 'csv', '--out', 'quarter');
    expect([code, out]).toEqual([0, 'quarter/zones.csv\nquarter/passages.csv\n']);
    const zones = (await readFile(join(folder, 'quarter/zones.csv'))).toString();
    expect(zones.split('\r\n')[1]).toMatch(/^2024-06-22T19:05:00\.000Z,60,/);
  });

  it.each([
    [['--event', 'no-night'], 1, 'no event "no-night" in the calendar; it has '],
    [
      ['--from', '2999-01-01T00:00:00Z', '--to', '2999-01-01T01:00:00Z'],
      1,
      'lies ahead: nothing is on record of it yet',
    ],
    [['--event', 'x', '--from', '2024-06-22T19:05:30Z'], 2, 'not both'],
  ])('%j fails with %i and says why', async (words, code, why) => {
    expect(await report(...words)).toMatchObject({ code, err: expect.stringContaining(why) });
  });
});

describe('[I] reports of the running server', () => {
  it('come from a thread of its own, as a page that may do nothing, a PDF and tables', async () => {
    const server = start(process.execPath, [SERVER, 'run', '--config', venueFile]);
    const { server: settings } = parse(await readFile(venueFile, 'utf8'));
    const api = `http://127.0.0.1:${settings.listen.port}/api/v1`;
    try {
      await eventually(
        'the server',
        async () => (await fetch(`${api}/events`).catch(() => undefined))?.ok,
      );
      const events: { id: string; state: string; phases: { name: string; at: string }[] }[] =
        await (await fetch(`${api}/events`)).json();
      expect(events.map(({ id, state }) => `${id} ${state}`)).toEqual([
        ...['first-night past', 'second-night past', 'far-night to-come'],
      ]);
      expect(events[2]?.phases.map(({ at, name }) => `${name} ${at.slice(11, 16)}`)).toEqual([
        ...['Early 00:00', 'Rush 00:10', 'Late 00:25', 'Closing 00:30'],
      ]);
      const at = `${api}/events/second-night/report`;
      const page = await fetch(`${at}.html`);
      expect(page.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]+=*';/,
      );
      expect(await page.text()).toContain('<h1>Event report: Second night</h1>');
      const pdf = Buffer.from(await (await fetch(`${at}.pdf`)).arrayBuffer());
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const table = await fetch(`${at}.csv?table=passages`);
      expect(table.headers.get('content-disposition')).toContain('second-night-passages.csv');
      expect(await table.text()).toBe((await written('passages.csv')).toString());
      expect((await fetch(`${api}/events/no-night/report.html`)).status).toBe(404);
      expect((await fetch(`${api}/events/far-night/report.html`)).status).toBe(409);
    } finally {
      await server.stop();
    }
  });
});
