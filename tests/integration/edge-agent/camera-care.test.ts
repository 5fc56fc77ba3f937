import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '@throng/edge-agent';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../edge-agent/src/frames/frame-pool.js';
import { openCameraCare } from '../../../edge-agent/src/main/open-camera-care.js';
import { StewardDesk } from '../../../edge-agent/src/main/steward-desk.js';
import { GLIMPSE } from '../../../edge-agent/src/watchdog/glimpse.js';
import { pictureSigns } from '../../support/picture-signs.js';
import { type Painting, paint } from '../../unit/edge-agent/support/painted-place.js';
import { agentFiles } from './support/agent-files.js';

const size = { width: 640, height: 480 };
const pool = new FramePool(size);

/** A frame of the painted place, as large as a camera sends it. */
const frameOf = async (painting: Painting, capturedAt: number) => {
  const raw = { width: GLIMPSE.width, height: GLIMPSE.height, channels: 1 } as const;
  const pixels = await sharp(paint(painting), { raw })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  const buffer = pool.take();
  buffer.set(pixels);
  return pool.frame(buffer, capturedAt);
};

const settingsOf = async (config: string) => {
  const settings = await readSettings(config, {});
  if (!settings.ok) throw new Error(settings.message);
  return settings.value;
};

/** The care of the first camera of these settings, and a way to let seconds pass before its lens. */
const careOf = async (config: string, from: number) => {
  const loaded = await settingsOf(config);
  const [camera] = loaded.settings.cameras;
  if (camera === undefined) throw new Error('the settings have a camera');
  const lines: string[] = [];
  const say = (details: object, message: string) =>
    lines.push(`${message} ${JSON.stringify(details)}`);
  const log = { info: say, warn: say, error: say };
  const care = await openCameraCare(camera, loaded, size, log);
  let second = from;
  const show = async (seconds: number, painting: Painting = {}) => {
    for (let end = second + seconds; second < end; second += 2) {
      const frame = await frameOf({ moment: second, people: 30, ...painting }, second * 1_000);
      await care.look(frame);
      frame.release();
    }
  };
  return { care, lines, loaded, show, now: () => second };
};

describe('[I] care of a camera', () => {
  it('[MW9] a moved camera stays moved over a restart, until somebody confirms it or calibrates it', async () => {
    const now = Math.floor(Date.now() / 1_000) - 1_000;
    const config = await agentFiles('mqtt://127.0.0.1:9', [{ id: 'cam-1', source: 'none.mp4' }]);
    const first = await careOf(config, now);
    await first.show(180);
    await first.show(100, { right: 6 });
    expect(first.care.found?.fault).toBe('moved');
    expect(first.care.health().pictureFault).toMatchObject({ fault: 'moved' });
    expect(first.lines.join()).toContain('throng-edge confirm');

    const restarted = await careOf(config, first.now());
    expect(restarted.care.found?.fault).toBe('moved');
    const confirmed = await new StewardDesk(restarted.loaded).confirm('cam-1', 'Kim Lee');
    expect(confirmed.ok).toBe(true);
    await restarted.care.refresh();
    expect(restarted.care.found).toBeUndefined();

    // What lies on the disk: letters and names, no picture.
    const folder = join(restarted.loaded.folder, 'throng-state');
    for (const name of await readdir(folder, { recursive: true })) {
      const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
      expect(pictureSigns(bytes), name).toEqual([]);
      expect(bytes.length, name).toBeLessThan(1_024);
    }
    expect(await readFile(join(folder, 'confirmations.jsonl'), 'utf8')).toContain('Kim Lee');
  });

  it('refuses to confirm a camera that the settings do not have', async () => {
    const config = await agentFiles('mqtt://127.0.0.1:9', [{ id: 'cam-1', source: 'none.mp4' }]);
    const desk = new StewardDesk(await settingsOf(config));
    expect(await desk.confirm('cam-9', 'Kim')).toMatchObject({
      ok: false,
      message: expect.stringContaining('cam-1'),
    });
  });
});
