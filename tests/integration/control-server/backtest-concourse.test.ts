import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runServer } from '../../support/throng.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-concourse-'));
  await mkdir(join(folder, 'film'));
  await mkdir(join(folder, 'broken'));
  const lines = Array.from({ length: 240 }, (_, index) =>
    [index * 5, 10 + (index % 7), 1, 1, 4, 6 + (index % 7)].join(','),
  );
  const header = 'seconds,occupancy,entered,left,zone_west,zone_east';
  await writeFile(join(folder, 'film/occupancy.csv'), [header, ...lines].join('\n'));
  await writeFile(join(folder, 'broken/occupancy.csv'), `${header}\n0,many,0,0,1,1`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const judge = (...words: string[]) =>
  runServer(['backtest', '--grand-central', ...words], { cwd: folder });

const PER_HORIZON = { 60: expect.any(Number), 120: expect.any(Number), 300: expect.any(Number) };

describe('[I] throng-server backtest --grand-central', () => {
  it('tells skill over both rivals and how much the intervals hold, per zone and of all', async () => {
    const { code, err, out } = await judge('film', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const figures = { coverage80: PER_HORIZON, coverage95: PER_HORIZON };
    expect(JSON.parse(out)).toMatchObject({
      venue: 'grand-central',
      trainedSeconds: 590,
      skill: PER_HORIZON,
      skillOverTrend: PER_HORIZON,
      ...figures,
      zones: [
        { name: 'zone_west', ...figures },
        { name: 'zone_east', ...figures },
      ],
      concourse: { name: 'concourse', ...figures },
    });
  });

  it('names the line that cannot be read, and the file that is not there: 1', async () => {
    const [broken, gone] = await Promise.all([judge('broken'), judge('gone')]);
    expect(broken).toMatchObject({ code: 1, err: expect.stringContaining('line 2 holds no') });
    expect(gone).toMatchObject({ code: 1, err: expect.stringMatching(/occupancy\.csv: there is/) });
  });
});
