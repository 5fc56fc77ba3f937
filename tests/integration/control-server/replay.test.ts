import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runServer, SERVER } from '../../support/throng.js';

let folder: string;
let recording: string;
/** Its first quarter of an hour, in which a queue passes every limit. */
let opening: string;

const start = (...words: string[]) => spawn(process.execPath, [SERVER, ...words], { cwd: folder });

const throngServer = (words: readonly string[], input?: string) =>
  runServer(words, { cwd: folder, input });

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const eventsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const OPENING_LINES = 440;

const SIMULATE = ['simulate', '--venue', 'arena', '--seed', '3'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-replay-'));
  recording = join(folder, 'evening.jsonl');
  opening = join(folder, 'opening.jsonl');
  await throngServer([...SIMULATE, '--out', recording]);
  const lines = (await readFile(recording, 'utf8')).split('\n');
  await writeFile(opening, lines.slice(0, OPENING_LINES).join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('[I] throng-server simulate', () => {
  it('writes windows and the truth beside them, the same for the same seed', async () => {
    const again = join(folder, 'again.jsonl');
    expect(await throngServer([...SIMULATE, '--out', again])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/again\.jsonl: \d+ windows; .*again\.truth\.jsonl: what was true/),
    });
    const texts = await Promise.all([again, recording].map((path) => readFile(path, 'utf8')));
    expect(texts[0]).toBe(texts[1]);
    const truth = eventsOf(await readFile(join(folder, 'again.truth.jsonl'), 'utf8'));
    expect(truth.at(-1)).toMatchObject({
      at: expect.any(String),
      phase: expect.any(String),
      zones: { 'queue-a': expect.any(Number) },
      passages: { 'gate-a': { in: expect.any(Number), out: expect.any(Number) } },
    });
  });

  it('begins when it is told to: the stamps move, and nothing else does', async () => {
    const later = join(folder, 'later.jsonl');
    const words = ['--doors-at', '2026-07-04T20:00:00+02:00', '--out', later];
    expect(await throngServer([...SIMULATE, ...words])).toMatchObject({ code: 0 });
    const read = async (path: string) => eventsOf(await readFile(path, 'utf8'));
    const [moved, usual] = await Promise.all([read(later), read(recording)]);
    const unstamped = (windows: readonly object[]) =>
      windows.map((window) => ({ ...window, start: undefined }));
    expect(unstamped(moved)).toEqual(unstamped(usual));
    const apart = Date.parse('2026-07-04T18:00:00Z') - Date.parse('2026-06-20T17:00:00Z');
    expect(Date.parse(moved[0].start) - Date.parse(usual[0].start)).toBe(apart);
    const [truth] = await read(join(folder, 'later.truth.jsonl'));
    expect(truth).toMatchObject({ at: '2026-07-04T18:00:10.000Z', seconds: 10 });
  });

  it('does not write over what is there unless it is told to', async () => {
    const before = await readFile(recording, 'utf8');
    const words = ['simulate', '--venue', 'arena', '--seed', '4', '--out', recording];
    const { code, err } = await throngServer(words);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('--force') });
    expect(await readFile(recording, 'utf8')).toBe(before);
  });

  it('leaves nothing behind when it is ended before the evening is', async () => {
    const child = start(
      'simulate',
      '--venue',
      'festival-field',
      '--seed',
      '1',
      '--out',
      'half.jsonl',
    );
    const closed = once(child, 'close');
    // The two parts lie there once it is at work.
    while (!(await readdir(folder)).some((name) => name === 'half.truth.jsonl.part')) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGINT');
    expect(await closed).toEqual([1, null]);
    expect((await readdir(folder)).filter((name) => name.startsWith('half'))).toEqual([]);
  });

  it('names what is wrong with a venue, a seed and a folder', async () => {
    const words = ['simulate', '--seed', '1', '--out', 'gone/x.jsonl', '--venue'];
    const [folderGone, venueGone, noSeed] = await Promise.all([
      throngServer([...words, 'arena']),
      throngServer([...words, 'nowhere']),
      throngServer([...words, 'arena', '--seed', 'x']),
    ]);
    expect(folderGone).toMatchObject({ code: 1, err: expect.stringContaining('no such file') });
    expect(venueGone.code).toBe(1);
    expect(noSeed.code).toBe(2);
  });
});

describe('[I] throng-server replay', () => {
  it('tells states, forecasts, alerts and a summary, the same bytes each time', async () => {
    const words = ['--venue', 'arena', '--json'];
    const [fromFile, fromInput] = await Promise.all([
      throngServer(['replay', opening, ...words]),
      throngServer(['replay', '-', ...words], await readFile(opening, 'utf8')),
    ]);
    expect(fromFile.code).toBe(0);
    expect(hash(fromInput.out)).toBe(hash(fromFile.out));
    const events = eventsOf(fromFile.out);
    const kinds = new Set(events.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['event', 'state', 'forecast', 'alert', 'summary']));
    const raised = events.filter(({ transition }) => transition === 'raised');
    expect(raised.map(({ alert }) => alert.reason.zone)).toContain('queue-b');
    expect(fromFile.err).toMatch(/[\d,]+ × real time/);
  });

  it('counts corrupted lines and goes on', async () => {
    const lines = (await readFile(opening, 'utf8')).split('\n').slice(0, 100);
    const corrupted = lines.with(41, `${lines[41]?.slice(0, 60)}`).join('\n');
    const { code, out, err } = await throngServer(
      ['replay', '-', '--venue', 'arena', '--json'],
      corrupted,
    );
    expect(code).toBe(0);
    expect(err).toContain('refused as not-json: 1\n  line 42: the line is not JSON');
    expect(eventsOf(out).at(-1)).toMatchObject({
      kind: 'summary',
      windows: { taken: 99, refused: { 'not-json': 1 } },
    });
  });

  it('rehearses other rules, and tells what they would have changed', async () => {
    const rules = join(folder, 'rules.yml');
    await writeFile(
      rules,
      'alerts: { onDelaySeconds: 60 }\nbands: { queue-b: { emergency: 12 } }\n',
    );
    const words = ['replay', opening, '--venue', 'arena', '--rules', rules];
    const [{ out }, table] = await Promise.all([
      throngServer([...words, '--json']),
      throngServer([...words, '--every', '86400']),
    ]);
    const changes = eventsOf(out).filter(({ kind }) => kind === 'change');
    const ofQueue = changes.filter(({ about, zone }) => zone === 'queue-b' && about === 'density');
    expect(ofQueue).toMatchObject([
      { band: 'warning', change: 'later', seconds: expect.any(Number) },
      { band: 'critical', change: 'later' },
      { band: 'emergency', change: 'gone', rehearsed: null },
    ]);
    expect(table.out).toMatch(/Other rules\n {2}queue-b +density +warning +later by \d+ s/);
  });

  it('tells every fault of the rules at once, and needs a venue that knows the cameras', async () => {
    const rules = join(folder, 'bad.yml');
    await writeFile(rules, 'bands: { attic: { watch: 1 }, floor: { watch: 11 } }\n');
    const bad = await throngServer(['replay', opening, '--venue', 'arena', '--rules', rules]);
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/2 faults\n {2}bands\.attic: .*\n {2}bands\.floor: must rise/);
    const other = await throngServer(['replay', opening, '--venue', 'theatre']);
    expect(other.code).toBe(1);
    expect(other.err).toContain('is this the venue of the recording?');
  });

  it('wants one source, and a period only of a store: else 2', async () => {
    const usages = [
      [],
      ['a.jsonl', '--store', 'b.db'],
      ['a.jsonl', '--from', '2026-07-04T00:00:00Z'],
      ['--store', 'a.db', '--learn-from', 'b.db'],
    ];
    const ended = await Promise.all(
      usages.map((words) => throngServer(['replay', '--venue', 'arena', ...words])),
    );
    expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  });

  it('says of a recording or store that it cannot be read', async () => {
    const [lines, store, memory] = await Promise.all([
      throngServer(['replay', 'gone.jsonl', '--venue', 'arena']),
      throngServer(['replay', '--store', 'gone.db', '--venue', 'arena']),
      throngServer(['replay', opening, '--learn-from', 'gone.db', '--venue', 'arena']),
    ]);
    expect(lines).toMatchObject({ code: 1, err: expect.stringContaining('no such file') });
    for (const told of [store, memory]) {
      expect(told).toMatchObject({ code: 1, err: expect.stringContaining('no such store') });
    }
  });
});
