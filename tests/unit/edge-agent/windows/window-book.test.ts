import { describe, expect, it } from 'vitest';
import { latencyOf } from '../../../../edge-agent/src/windows/quantiles.js';
import { WindowBook } from '../../../../edge-agent/src/windows/window-book.js';

const START = Date.UTC(2026, 6, 4, 19, 30);
const calm = { fault: undefined, pendingSince: undefined };

const frame = (capturedAt: number, persons = 3) => ({
  capturedAt,
  zones: [{ zone: 'hall', area: 20, persons, sigma: 1, densityP95: 0.2 }],
  cells: new Float64Array(4),
});

const bookWith = (...captured: number[]) => {
  const book = new WindowBook(1, START + 250);
  for (const at of captured) {
    book.captured(START + at);
    book.measured(frame(START + at), START + at + 40);
  }
  return book;
};

describe('[U] window book', () => {
  it('closes a window when its second has passed, with the frames captured in it', () => {
    const book = bookWith(300, 500, 999, 1_000);
    expect(book.close(START + 999, calm)).toEqual([]);
    expect(book.close(START + 1_000, calm)).toMatchObject([
      {
        start: START,
        seconds: 1,
        sequence: 0,
        fault: undefined,
        frames: { captured: 3, processed: 3, superseded: 0, failed: 0 },
        latency: { p50: 40, p95: 40 },
      },
    ]);
    expect(book.close(START + 2_000, calm)).toMatchObject([{ start: START + 1_000, sequence: 1 }]);
  });

  it('waits for a frame that the models still look at, but not for ever', () => {
    const book = bookWith(300);
    const pending = { fault: undefined, pendingSince: START + 900 };
    expect(book.close(START + 1_000, pending)).toEqual([]);
    expect(book.close(START + 1_999, pending)).toEqual([]);
    expect(book.close(START + 2_000, pending)).toHaveLength(1);
  });

  it('does not wait for a frame of the next window', () => {
    const pending = { fault: undefined, pendingSince: START + 1_100 };
    expect(bookWith(300).close(START + 1_200, pending)).toHaveLength(1);
  });

  it('[MW7] sends the camera’s fault for a window without frames', () => {
    const [window] = bookWith().close(START + 1_000, { ...calm, fault: 'stalled' });
    expect(window).toMatchObject({ fault: 'stalled', measurement: undefined });
  });

  it('calls models that fail on each frame by their name', () => {
    const book = new WindowBook(1, START);
    book.captured(START + 10);
    book.failed(START + 10);
    expect(book.close(START + 1_000, calm)).toMatchObject([
      { fault: 'model-failed', frames: { captured: 1, processed: 0, superseded: 0, failed: 1 } },
    ]);
  });

  it('keeps what was measured before a camera was lost within the window', () => {
    const [window] = bookWith(300).close(START + 1_000, { ...calm, fault: 'no-signal' });
    expect(window?.fault).toBeUndefined();
    expect(window?.measurement?.zones).toHaveLength(1);
  });

  it('says nothing of a camera that is only starting, or slower than the window', () => {
    const book = bookWith(2_300);
    expect(book.close(START + 3_000, calm)).toMatchObject([{ start: START + 2_000, sequence: 0 }]);
  });

  it('counts a superseded frame in the second it was captured in', () => {
    const book = bookWith(300);
    book.captured(START + 400);
    book.superseded(START + 400);
    expect(book.close(START + 1_000, calm)).toMatchObject([
      { frames: { captured: 2, processed: 1, superseded: 1, failed: 0 } },
    ]);
  });
});

describe('[U] latency', () => {
  it('is the nearest-rank median and 95th percentile', () => {
    expect(latencyOf(Array.from({ length: 100 }, (_, index) => index + 1))).toEqual({
      p50: 50,
      p95: 95,
    });
    expect(latencyOf([12.4])).toEqual({ p50: 12, p95: 12 });
    expect(latencyOf([])).toBeUndefined();
  });

  it('counts passages in whole persons and owes the rest to the next window, lost frames or not', () => {
    const book = new WindowBook(1, START);
    const flow = (share: number) => ({
      passages: [{ passage: 'door', in: share, out: 0, recall: 0.9 }],
      zones: [],
    });
    [0, 400, 800, 1_200, 3_500].forEach((at) => {
      book.captured(START + at);
      book.measured({ ...frame(START + at), flow: flow(0.5) }, START + at + 40);
    });
    book.failed(START + 2_500);
    const windows = book.close(START + 4_000, calm);
    expect(windows.map(({ passages }) => passages.map((count) => count.in))).toEqual([
      [2],
      [0],
      [],
      [1],
    ]);
  });

  it('closes what is open and begins anew where the time has gone back by an hour', () => {
    const book = bookWith(300, 1_200);
    const hour = 3_600_000;
    const [before, unfinished, ...none] = book.close(START + 1_500 - hour, calm);
    expect(before).toMatchObject({ start: START, sequence: 0 });
    expect(unfinished).toMatchObject({ start: START + 1_000, sequence: 1 });
    expect(none).toEqual([]);
    book.measured(frame(START + 1_300), START + 1_600 - hour); // was with the models meanwhile
    book.captured(START + 1_700 - hour);
    book.measured(frame(START + 1_700 - hour, 9), START + 1_740 - hour);
    const [next] = book.close(START + 2_000 - hour, calm);
    expect(next).toMatchObject({ start: START + 1_000 - hour, sequence: 2 });
    expect(next?.measurement?.zones[0]?.persons).toBe(9);
    expect(book.close(START + 2_000, calm)).toEqual([]);
  });

  it('waits where the time goes back by little', () => {
    const book = bookWith(300);
    expect(book.close(START + 1_000, calm)).toHaveLength(1);
    expect(book.close(START - 2_900, calm)).toEqual([]);
    expect(book.leftOff).toEqual({ next: START + 1_000, sequence: 1 });
  });
});
