import { describe, expect, it } from 'vitest';
import { runServer } from '../../support/throng.js';

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
