import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { describeWith, toolPath } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { TINY_BOXES } from '../../unit/models/support/tiny-models.js';
import { writeTinySsd } from '../inference/support/tiny-ssd.js';
import { throngModels } from './support/command-line.js';
import { tinyRegistry } from './support/tiny-registry.js';

const YOLOX = fileURLToPath(new URL('../../fixtures/models/yolox.onnx', import.meta.url));

type Colour = 'white' | 'black' | 'red';

const paint = (file: string, background: Colour, width = 80, height = 64) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toFile(file);

/** A folder with marked heads. The tiny model counts 1 per white cell of 8 px, so 80 in a white picture. */
const markedHeads = async (
  pictures: Readonly<Record<string, { colour: Colour; part?: string; heads: number }>>,
): Promise<string> => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'images'));
  const heads: Record<string, object> = {};
  for (const [file, { colour, part, heads: count }] of Object.entries(pictures)) {
    await paint(join(folder, 'images', file), colour);
    const points = Array.from({ length: count }, () => [1, 1]);
    heads[file] = { width: 80, height: 64, part, heads: points };
  }
  await writeFile(join(folder, 'heads.json'), JSON.stringify(heads));
  return folder;
};

/** [x, y, width, height] of the people whom the tiny detector always finds. */
const found = TINY_BOXES.map(([left, top, right, bottom]) => [
  left,
  top,
  right - left,
  bottom - top,
]);

const PAINTED = {
  'a.png': { colour: 'white', part: 'A', heads: 78 },
  'b.png': { colour: 'black', part: 'B', heads: 0 },
  'c.png': { colour: 'white', part: 'A', heads: 60 },
} as const;

describe('[I] throng-models eval density', () => {
  it('gives errors part by part and the coverage of the intervals', async () => {
    const { manifest } = await tinyRegistry();
    const data = await markedHeads(PAINTED);
    const words = ['--data', data, '--manifest', manifest, '--json'];
    const { code, stdout } = await throngModels('eval', 'density', ...words);
    expect(code).toBe(0);
    // σ = √80 = 8.9 of a count of 80: the truth 78 lies inside, 60 is 2.2 σ away
    expect(JSON.parse(stdout)).toEqual({
      model: 'tiny-density',
      parameters: 192,
      parts: {
        A: { images: 2, mae: 11, rmse: expect.closeTo(Math.sqrt(202), 3), bias: 11 },
        B: { images: 1, mae: 0, rmse: 0, bias: 0 },
      },
      coverage80: 0.6667,
      coverage95: 0.6667,
    });
  });

  it('takes a model by its path, states no coverage for it, and puts pictures without a part under "all"', async () => {
    const { folder } = await tinyRegistry();
    const data = await markedHeads({ 'a.png': { colour: 'white', heads: 80 } });
    const model = join(folder, 'weights/tiny-density.onnx');
    const words = ['--data', data, '--model', model, '--json'];
    const { stdout } = await throngModels('eval', 'density', ...words);
    expect(JSON.parse(stdout)).toMatchObject({
      parameters: 192,
      parts: { all: { images: 1, mae: 0 } },
      coverage80: null,
    });
  });

  it('writes a page that shows each picture beside its density map and needs no other file', async () => {
    const { manifest } = await tinyRegistry();
    const data = await markedHeads(PAINTED);
    const report = join(await temporaryFolder(), 'page.html');
    const words = ['--data', data, '--manifest', manifest, '--report', report];
    const { code, stderr } = await throngModels('eval', 'density', ...words);
    expect(code).toBe(0);
    expect(stderr).toContain('keep it on this machine');
    const page = await readFile(report, 'utf8');
    expect(page.match(/<img src="data:image\/jpeg;base64,/g)).toHaveLength(6);
    expect(page).toMatch(/Worst[\s\S]*c\.png[\s\S]*Median[\s\S]*a\.png[\s\S]*Best[\s\S]*b\.png/);
    expect(page).not.toMatch(/src="(?!data:)/);
  });

  it('names missing pictures before it counts any, and one that is no picture', async () => {
    const { manifest } = await tinyRegistry();
    const data = await markedHeads(PAINTED);
    const words = ['--data', data, '--manifest', manifest];
    await writeFile(join(data, 'images/a.png'), 'no picture');
    const broken = await throngModels('eval', 'density', ...words);
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('a.png') });
    await rm(join(data, 'images/c.png'));
    const missing = await throngModels('eval', 'density', ...words);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('lacks c.png') });
  });

  it('refuses a model whose file is not the listed one', async () => {
    const { folder, manifest } = await tinyRegistry();
    await writeFile(join(folder, 'weights/tiny-density.onnx'), 'other');
    const data = await markedHeads(PAINTED);
    const { code, stderr } = await throngModels(
      ...['eval', 'density', '--data', data, '--manifest', manifest],
    );
    expect(code).toBe(1);
    expect(stderr).toContain('restore the file from the release');
  });
});

describe('[I] throng-models eval experience', () => {
  it('gives mean and deviation of light, sharpness and fullness', async () => {
    const { manifest } = await tinyRegistry();
    const data = await markedHeads({
      'a.png': { colour: 'white', heads: 0 },
      'b.png': { colour: 'black', heads: 0 },
    });
    const words = ['--data', data, '--manifest', manifest, '--json'];
    const { code, stdout } = await throngModels('eval', 'experience', ...words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      experience: {
        brightness: { mean: 0.5, deviation: expect.closeTo(Math.SQRT1_2, 4) },
        sharpness: { mean: 0, deviation: 0 },
        activeShare: { mean: 0.5, deviation: expect.closeTo(Math.SQRT1_2, 4) },
      },
    });
  });
});

describe('[I] throng-models eval experience with a person model', () => {
  it('gives their disagreement too', async () => {
    const { manifest } = await tinyRegistry();
    const data = await markedHeads({ 'a.png': { colour: 'white', heads: 0 } });
    const words = ['--data', data, '--manifest', manifest, '--person', 'tiny-person', '--json'];
    const { stdout } = await throngModels('eval', 'experience', ...words);
    // 80 are counted, the tiny detector always finds the same few
    const few = TINY_BOXES.length;
    expect(JSON.parse(stdout).experience.disagreement.mean).toBeCloseTo((80 - few) / 80, 3);
  });
});

const markedPeople = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'images'));
  const size = { width: 80, height: 64 };
  for (const file of ['a.png', 'b.png']) await paint(join(folder, 'images', file), 'red');
  const boxes = {
    'a.png': { ...size, people: found },
    'b.png': { ...size, people: [[0, 0, 5, 5]] },
  };
  await writeFile(join(folder, 'boxes.json'), JSON.stringify(boxes));
  return folder;
};

describe('[I] throng-models eval person', () => {
  it('judges pictures with boxes', async () => {
    const { manifest } = await tinyRegistry();
    const words = ['--data', await markedPeople(), '--manifest', manifest, '--json'];
    const { code, stdout } = await throngModels('eval', 'person', ...words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      model: 'tiny-person',
      frames: 2,
      precision: 0.5,
      recall: 0.6667,
      f1: 0.5714,
      countMae: 0.5,
    });
  });

  it('leaves out detections below the least score', async () => {
    const { manifest } = await tinyRegistry();
    const words = ['--data', await markedPeople(), '--manifest', manifest, '--json'];
    const { stdout } = await throngModels('eval', 'person', ...words, '--least-score', '0.5');
    expect(JSON.parse(stdout)).toMatchObject({ precision: 0.5, recall: 0.3333 });
  });

  it('judges an upstream YOLOX file as the edge agent would run it', async () => {
    const data = await temporaryFolder();
    await mkdir(join(data, 'images'));
    const size = { width: 128, height: 96 };
    const square = await sharp({
      create: { width: 64, height: 64, channels: 3, background: 'white' },
    })
      .png()
      .toBuffer();
    await sharp({ create: { ...size, channels: 3, background: 'black' } })
      .composite([{ input: square, left: 0, top: 0 }])
      .toFile(join(data, 'images/a.png'));
    const boxes = { 'a.png': { ...size, people: [[0, 0, 64, 96]] } };
    await writeFile(join(data, 'boxes.json'), JSON.stringify(boxes));
    const words = ['--data', data, '--model', YOLOX, '--json'];
    const { stdout } = await throngModels('eval', 'person', ...words);
    expect(JSON.parse(stdout)).toMatchObject({ model: 'yolox', frames: 1, f1: 1, countMae: 0 });
    const timed = await throngModels('bench', '--model', YOLOX, '--runs', '2', '--json');
    expect(JSON.parse(timed.stdout).rows[0]).toMatchObject({ model: 'yolox', provider: 'cpu' });
    const { manifest } = await tinyRegistry();
    const rivals = ['--model', 'tiny-person', '--manifest', manifest, '--against', YOLOX];
    const beside = await throngModels('bench', ...rivals, '--runs', '2', '--json');
    expect(JSON.parse(beside.stdout)).toMatchObject({
      against: 'yolox',
      rows: [{ against: { ms: expect.any(Number), rivalMs: expect.any(Number) } }, {}],
    });
  });

  it('judges COCO-SSD too, and says what it runs on', async () => {
    const folder = await temporaryFolder();
    await writeTinySsd(folder);
    const words = ['--data', await markedPeople(), '--model', `coco-ssd:${folder}`, '--json'];
    const { code, stdout } = await throngModels('eval', 'person', ...words);
    expect(code).toBe(0);
    // the tiny graph sees a person in each of the 16 places of a red picture
    expect(JSON.parse(stdout)).toMatchObject({ model: 'coco-ssd (wasm)', countMae: 14.5 });
  });

  it('refuses a range of frames where there is no video', async () => {
    const { manifest } = await tinyRegistry();
    const words = ['--data', await markedPeople(), '--manifest', manifest, '--frames', '0-1'];
    const { code, stderr } = await throngModels('eval', 'person', ...words);
    expect(code).toBe(1);
    expect(stderr).toContain('leave out --frames');
  });

  it('names a folder that holds no truth', async () => {
    const { code, stderr } = await throngModels(
      'eval',
      'person',
      '--data',
      await temporaryFolder(),
    );
    expect(code).toBe(1);
    expect(stderr).toContain('neither truth.json');
  });
});

/** Ten frames of a video, of which those with an even number are marked. */
const markedVideo = async (last = 8): Promise<string> => {
  const folder = await temporaryFolder();
  const source = 'testsrc2=size=80x64:rate=5:duration=2';
  await promisify(execFile)(toolPath('ffmpeg'), [
    ...['-v', 'error', '-f', 'lavfi', '-i', source],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', join(folder, 'street.mp4')],
  ]);
  const frames = [0, 2, 4, 6, last].map((frame) => ({
    frame,
    people: found.map((box, id) => ({ id, box })),
  }));
  const truth = { video: 'street.mp4', fps: 5, width: 80, height: 64, frames };
  await writeFile(join(folder, 'truth.json'), JSON.stringify(truth));
  return folder;
};

describeWith(['ffmpeg'], '[I] throng-models eval person on video', () => {
  it('judges the marked frames and draws what was found in them', async () => {
    const { manifest } = await tinyRegistry();
    const report = join(await temporaryFolder(), 'page.html');
    const words = ['--data', await markedVideo(), '--manifest', manifest, '--json'];
    const { code, stdout } = await throngModels('eval', 'person', ...words, '--report', report);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ frames: 5, f1: 1, countMae: 0 });
    expect((await readFile(report, 'utf8')).match(/<img/g)?.length).toBeGreaterThanOrEqual(6);
  });

  it('judges the frames of a range only, and says when none of it is marked', async () => {
    const { manifest } = await tinyRegistry();
    const words = ['eval', 'person', '--data', await markedVideo(), '--manifest', manifest];
    const some = await throngModels(...words, '--frames', '2-6', '--json');
    expect(JSON.parse(some.stdout)).toMatchObject({ frames: 3, f1: 1 });
    const none = await throngModels(...words, '--frames', '3-3');
    expect(none).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no frame from 3 to 3'),
    });
    const backwards = await throngModels(...words, '--frames', '6-2');
    expect(backwards.code).not.toBe(0);
    expect(backwards.stderr).toContain('133-220');
  });

  it('tells a video that ends before its truth does, and one that is none', async () => {
    const { manifest } = await tinyRegistry();
    const data = await markedVideo(40);
    const words = ['--data', data, '--manifest', manifest];
    const short = await throngModels('eval', 'person', ...words);
    expect(short).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ends after 10 frames'),
    });
    await writeFile(join(data, 'street.mp4'), 'no video');
    const broken = await throngModels('eval', 'person', ...words);
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be decoded') });
  });
});

const DATA = process.env.THRONG_DATA ?? '../shared/data';
const street = join(DATA, 'penn-fudan');
const reason = existsSync(street) ? '' : ` (skipped: there is no ${street})`;

describe.skipIf(reason !== '')(`[I] evaluation of real pictures${reason}`, () => {
  it('reads all marks of a public set', async () => {
    const { manifest } = await tinyRegistry();
    const words = ['--data', street, '--manifest', manifest, '--limit', '10', '--json'];
    const { code, stdout } = await throngModels('eval', 'person', ...words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).frames).toBe(10);
  });
});
