import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runServer, SERVER } from '../../support/throng.js';

const backtest = (...words: string[]) => runServer(['backtest', ...words]);

describe('[I] throng-server backtest', () => {
  it('prints skill, intervals, warnings and reliability, the same for the same seeds', async () => {
    const words = ['--venue', 'theatre', '--seeds', '1', '--history', '0', '--json'];
    const [first, second] = await Promise.all([backtest(...words), backtest(...words)]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(second.out).toBe(first.out);
    const result: unknown = JSON.parse(first.out);
    const perHorizon = Object.fromEntries(
      [60, 120, 300, 600, 900].map((seconds) => [seconds, expect.any(Number)]),
    );
    expect(result).toMatchObject({
      seeds: [1],
      history: 0,
      skill: perHorizon,
      coverage80: perHorizon,
      coverage95: perHorizon,
      warnings: {
        pod: expect.any(Number),
        warnedAhead: expect.any(Number),
        falseAlarmRatio: expect.any(Number),
        medianLeadSeconds: expect.any(Number),
        falseAlertsPerZoneHour: expect.any(Number),
      },
      reliability: expect.arrayContaining([
        { said: expect.any(Number), cameTrue: expect.any(Number), forecasts: expect.any(Number) },
      ]),
      venues: [{ venue: 'theatre' }],
    });
  });

  it('writes a report as one page, the same for the same seeds, and the spread of lead times', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throng-backtest-'));
    try {
      const pages = ['one.html', 'two.html'].map((name) => join(folder, name));
      const words = ['--venue', 'theatre', '--seeds', '1', '--history', '0', '--json'];
      const [first] = await Promise.all(pages.map((page) => backtest(...words, '--html', page)));
      expect(first).toMatchObject({
        code: 0,
        err: expect.stringContaining('one.html: the report'),
      });
      expect(JSON.parse(first?.out ?? '')).toMatchObject({
        leadTimes: expect.arrayContaining([
          { fromSeconds: 0, toSeconds: 60, passings: expect.any(Number) },
        ]),
      });
      const [one, two] = await Promise.all(pages.map((page) => readFile(page, 'utf8')));
      expect(one === two, 'two runs give the same page').toBe(true);
      expect(one?.match(/<section class="story">/g)?.length).toBeGreaterThan(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('tells at once that a report cannot be written there', async () => {
    const { code, err } = await backtest('--seeds', '1', '--html', 'nowhere/report.html');
    expect(code).toBe(1);
    expect(err).toContain('nowhere/report.html: there is no such file or folder');
  });

  it('ends at Ctrl-C with the figures and the report of the evenings that were done', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throng-backtest-'));
    try {
      const page = join(folder, 'cut.html');
      const words = ['--venue', 'theatre', '--seeds', '1-500', '--history', '0', '--html', page];
      const child = spawn(process.execPath, [SERVER, 'backtest', ...words]);
      let [out, err] = ['', ''];
      child.stdout.on('data', (text) => {
        out += text;
      });
      child.stderr.on('data', (text) => {
        err += text;
      });
      const closed = once(child, 'close');
      // The report's part lies there once it is at work.
      while ((await readdir(folder)).length === 0) await setImmediate();
      child.kill('SIGINT');
      expect(await closed).toEqual([130, null]);
      expect(out).toMatch(/limits passed \d/);
      expect(err).toMatch(/Ended after \d+ of 500 evenings/);
      expect((await readFile(page, 'utf8')).includes(' of 500 evenings')).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('names the venues there are when it is given none of them', async () => {
    const { code, err } = await backtest('--venue', 'nowhere', '--seeds', '1', '--json');
    expect(code).toBe(1);
    expect(err).toMatch(/there is no file "nowhere".*arena, club/);
  });

  it('refuses seeds that are none, with an example', async () => {
    const { code, err } = await backtest('--seeds', 'five');
    expect(code).toBe(2);
    expect(err).toContain('"five" is no seed; give 7 or 1-20');
  });
});
