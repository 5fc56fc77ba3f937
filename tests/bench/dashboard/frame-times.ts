import type { Page } from 'playwright-core';
import { quantile, rounded } from '../shared/statistics.js';

export interface FrameTimes {
  readonly frames: number;
  /** Milliseconds between two frames. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Share of frames that came later than one, or two, of 60 a second would. */
  readonly overOne: number;
  readonly overTwo: number;
}

/** A frame of 60 a second, and two, ms; the clock of frames is only that exact. */
const TOLERANCE = 0.5;
const ONE = 1_000 / 60 + TOLERANCE;
const TWO = 2_000 / 60 + TOLERANCE;

const summary = (deltas: readonly number[]): FrameTimes => {
  const shareOver = (limit: number) =>
    rounded(deltas.filter((delta) => delta > limit).length / deltas.length, 4);
  return {
    frames: deltas.length,
    p50: rounded(quantile(deltas, 0.5), 1),
    p95: rounded(quantile(deltas, 0.95), 1),
    p99: rounded(quantile(deltas, 0.99), 1),
    overOne: shareOver(ONE),
    overTwo: shareOver(TWO),
  };
};

/** The time between frames while `act` goes on, by the page's own animation frames. */
export const frameTimes = async (page: Page, act: () => Promise<void>): Promise<FrameTimes> => {
  await page.evaluate(() => {
    const times: number[] = [];
    let isOn = true;
    const stop = () => {
      isOn = false;
      return times;
    };
    Object.assign(window, { stopFrameTimes: stop });
    const next = (at: number) => {
      times.push(at);
      if (isOn) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await act();
  const times = await page.evaluate<number[]>(() => Reflect.get(window, 'stopFrameTimes')());
  return summary(times.slice(1).map((at, index) => at - (times[index] ?? at)));
};

const TURN_MS = 4_000;

/** Drags the middle of the page round in circles, as fast as the browser takes it. */
export const pan = async (page: Page, seconds: number): Promise<void> => {
  const [x, y] = [450, 420];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const angle = (2 * Math.PI * performance.now()) / TURN_MS;
    await page.mouse.move(x + 150 * Math.cos(angle), y + 100 * Math.sin(angle));
  }
  await page.mouse.up();
};
