import { decode, encode, formatTopic, toCellSteps } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { anonymize, type ClosedWindow } from '../../../../edge-agent/src/stages/anonymize.js';
import { sampleView } from '../support/sample-camera.js';

const view = sampleView();
const origin = { venue: 'hall', edge: 'box-1', bootId: '00112233aabbccdd' };
const frames = { captured: 5, processed: 4, superseded: 1, failed: 0 };
const closed = (change: Partial<ClosedWindow> = {}): ClosedWindow => ({
  start: Date.UTC(2026, 6, 4, 19, 30, 7, 345),
  seconds: 1,
  sequence: 3,
  passages: [],
  measurement: {
    zones: [{ zone: 'west', persons: 12.3456, sigma: 2.0001, area: 41.26, densityP95: 0.4321 }],
    cells: view.ownedArea.map((ground) => 0.333 * ground),
  },
  fault: undefined,
  frames,
  latency: { p50: 41, p95: 77 },
  ...change,
});

describe('[U] anonymizing', () => {
  it('makes a window that the contract accepts', () => {
    const { message } = anonymize(closed(), view, origin);
    const topic = formatTopic({ channel: 'window', venue: 'hall', edge: 'box-1', camera: 'cam-1' });
    const payload = encode('window', message);
    expect(payload).toMatchObject({ ok: true });
    expect(payload.ok && decode(topic, payload.value)).toMatchObject({ ok: true });
  });

  it('[P4] sends whole seconds only', () => {
    expect(anonymize(closed(), view, origin).message.start).toBe('2026-07-04T19:30:07.000Z');
  });

  it('[P5] coarsens counts and cells', () => {
    const { zones, grid } = anonymize(closed(), view, origin).message;
    expect(zones).toEqual([
      { zone: 'west', persons: 12.3, sigma: 2, area: 41.3, densityP95: 0.45 },
    ]);
    const known = grid?.cells.filter((cell) => cell !== null) ?? [];
    expect(known.length).toBeGreaterThan(20);
    expect(new Set(known)).toEqual(new Set([toCellSteps(0.35)]));
  });

  it('calls ground unknown that the camera hardly sees', () => {
    const { grid } = anonymize(closed(), view, origin).message;
    view.ownedArea.forEach((ground, cell) => {
      expect(grid?.cells[cell] === null).toBe(ground < 0.25);
    });
  });

  it('[MW7] lets a faulty camera measure nothing', () => {
    const { message } = anonymize(closed({ fault: 'stalled' }), view, origin);
    expect(message).toMatchObject({ fault: 'stalled', zones: [], frames });
    expect(message.grid).toBeUndefined();
  });

  it('[MW11] sends whole persons over passages, and nothing of them from a faulty camera', () => {
    const passages = [{ passage: 'door', in: 3, out: 1, recall: 0.876 }];
    expect(anonymize(closed({ passages }), view, origin).message.passages).toEqual([
      { passage: 'door', in: 3, out: 1, recall: 0.88 },
    ]);
    const faulty = anonymize(closed({ passages, fault: 'stalled' }), view, origin);
    expect(faulty.message.passages).toEqual([]);
  });

  it('[P8] coarsens how a zone moves, and leaves it out where fewer than five people are', () => {
    const movement = { meanSpeed: 1.234, speedVariance: 0.056, stopAndGo: 0.31, counterflow: 7 };
    const sent = (persons: number) => {
      const zone = { zone: 'west', persons, sigma: 2, area: 41, densityP95: 0.4, movement };
      const cells = new Float64Array(view.ownedArea.length);
      return anonymize(closed({ measurement: { zones: [zone], cells } }), view, origin).message;
    };
    expect(sent(12).zones[0]?.movement).toEqual({
      meanSpeed: 1.25,
      speedVariance: 0.06,
      stopAndGo: 0.3,
      counterflow: 1,
    });
    expect(sent(4.9).zones[0]?.movement).toBeUndefined();
    expect(encode('window', sent(12))).toMatchObject({ ok: true });
  });
});
