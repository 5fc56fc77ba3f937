import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toTimestamp } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runServer } from '../../support/throng.js';
import { START, VENUE, windowAt } from '../../unit/control-server/support/venue.js';

const PHASES = [{ id: 'doors', name: 'Doors', fromMinute: 0 }];
const LONG_AGO = START - 365 * 86_400_000;

/** A rehearsal of ten minutes, long ago, and the premiere in a far future. */
const CALENDAR = {
  plans: [{ id: 'play', name: 'Play', phases: PHASES, endMinute: 10 }],
  events: [
    { id: 'rehearsal', name: 'Rehearsal', plan: 'play', doorsAt: toTimestamp(LONG_AGO) },
    { id: 'premiere', name: 'Premiere', plan: 'play', doorsAt: '2190-01-01T19:00:00.000Z' },
  ],
};

/** Forty minutes of the stage's camera, the last ten of them with the doors open. */
const LINES = Array.from({ length: 40 }, (_, minute) =>
  JSON.stringify(
    windowAt('stage', 0, 0.1, {
      start: toTimestamp(LONG_AGO + (minute - 30) * 60_000),
      seconds: 60,
      sequence: minute,
    }),
  ),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-import-'));
  await writeFile(join(folder, 'venue.yml'), stringify({ venue: VENUE, calendar: CALENDAR }));
  const strange = windowAt('stage', 0, 0.1, { venue: 'another-hall' });
  const lines = [...LINES, 'not a window', JSON.stringify(strange)];
  await writeFile(join(folder, 'rehearsal.jsonl'), lines.join('\n'));
  await writeFile(join(folder, 'strange.jsonl'), JSON.stringify(strange));
  await writeFile(join(folder, 'other-day.jsonl'), JSON.stringify(windowAt('stage', 1, 0.1)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const throngServer = (...words: string[]) => runServer(words, { cwd: folder });
const importFile = (file: string, ...words: string[]) =>
  throngServer('import', file, '--config', 'venue.yml', ...words);

describe('[I] throng-server import', () => {
  it('takes a rehearsal into the store, and the next event is expected to be like it', async () => {
    const before = await throngServer('validate', '--config', 'venue.yml');
    expect(before.out).toContain('event "premiere": no former evening of plan "play" is recorded');

    const imported = await importFile('rehearsal.jsonl');
    expect(imported).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /40 windows taken, 2 refused\n {2}rehearsal: 2 zones remembered, 50 % of their minutes known/,
      ),
      err: expect.stringMatching(
        /line 41 refused as not-json: .*\nline 42 refused as unknown-venue: "another-hall"/,
      ),
    });

    const after = await throngServer('validate', '--config', 'venue.yml');
    expect(after.out).toContain('event "premiere" is expected to be like rehearsal');
    const { out } = await throngServer('doctor', '--config', 'venue.yml', '--json');
    expect(JSON.parse(out).findings).toContainEqual({
      name: 'former evenings',
      ok: true,
      found: 'event "premiere" is expected to be like rehearsal',
    });
  });

  it('a second time changes nothing', async () => {
    const again = await importFile('rehearsal.jsonl', '--json');
    expect(JSON.parse(again.out)).toEqual({
      windows: 40,
      refused: 2,
      evenings: [{ event: 'rehearsal', zones: 2, known: 0.5 }],
    });
  });

  it('says when a recording lies in no event of the calendar', async () => {
    expect(await importFile('other-day.jsonl')).toMatchObject({
      code: 0,
      out: expect.stringContaining('It tells of no past event of the calendar'),
    });
  });

  it('of which nothing can be used, or that is not there: 1, with what to do', async () => {
    const [strange, gone] = await Promise.all(
      ['strange.jsonl', 'gone.jsonl'].map((file) => importFile(file)),
    );
    expect(strange).toMatchObject({ code: 1, err: expect.stringContaining('unknown-venue') });
    const remedy = expect.stringContaining('gone.jsonl: there is no such file');
    expect(gone).toMatchObject({ code: 1, err: remedy });
  });
});
