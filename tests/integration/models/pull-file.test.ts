import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PullOrder, pullFile } from '../../../models/src/adapters/pull-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { serveModel } from './support/model-server.js';

const content = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) % 251);
/** So much more than a cut line loses of what is on its way that each attempt brings something. */
const large = Buffer.alloc(8_000_000, 'throng');

const digestOf = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const order = async (
  source: PullOrder['source'],
  wanted: Uint8Array = content,
): Promise<PullOrder & { readonly progress: number[] }> => {
  const target = join(await temporaryFolder(), 'weights', 'tiny.onnx');
  const progress: number[] = [];
  return {
    source,
    target,
    expected: digestOf(wanted),
    progress,
    onProgress: (bytes) => progress.push(bytes),
  };
};

const web = (url: string) => ({ kind: 'web', url }) as const;

/** As an earlier run left it that was cut off. */
const leavePart = async ({ target }: PullOrder, part: Uint8Array): Promise<void> => {
  await mkdir(join(target, '..'), { recursive: true });
  await writeFile(`${target}.part`, part);
};

const filesBeside = ({ target }: PullOrder): Promise<string[]> => readdir(join(target, '..'));

describe('[I] pulling a model', () => {
  it('brings the file, tells its progress and leaves nothing else', async () => {
    const server = await serveModel(content);
    const pulled = await order(web(server.url));
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'pulled' });
    expect((await readFile(pulled.target)).equals(content)).toBe(true);
    expect(await filesBeside(pulled)).toEqual(['tiny.onnx']);
    expect(pulled.progress.at(-1)).toBe(content.length);
  });

  it('fetches nothing where the right file is there', async () => {
    const server = await serveModel(content);
    const pulled = await order(web(server.url));
    await pullFile(pulled);
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'present' });
    expect(server.ranges).toHaveLength(1);
  });

  it('goes on where an earlier run was cut off', async () => {
    const server = await serveModel(content);
    const pulled = await order(web(server.url));
    await leavePart(pulled, content.subarray(0, 120_000));
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'pulled' });
    expect(server.ranges).toEqual(['bytes=120000-']);
    expect((await readFile(pulled.target)).equals(content)).toBe(true);
  });

  it('begins at the start with a server that knows no ranges', async () => {
    const server = await serveModel(content, { ranges: false });
    const pulled = await order(web(server.url));
    await leavePart(pulled, content.subarray(0, 120_000));
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'pulled' });
    expect((await readFile(pulled.target)).equals(content)).toBe(true);
  });

  it('gets a file through a line that is cut again and again', async () => {
    const server = await serveModel(large, { cutAfter: 3_000_000 });
    const pulled = await order(web(server.url), large);
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'pulled' });
    expect(large.equals(await readFile(pulled.target))).toBe(true);
    expect(server.ranges.length).toBeGreaterThan(1);
  });

  it('gives up when a cut line brings nothing more, and keeps the part for the next run', async () => {
    const server = await serveModel(content, { cutAfter: 0 });
    const pulled = await order(web(server.url));
    await leavePart(pulled, content.subarray(0, 5_000));
    expect(await pullFile(pulled)).toMatchObject({
      code: 'interrupted',
      message: expect.stringContaining('5000 of 200000 bytes'),
    });
    expect(await filesBeside(pulled)).toEqual(['tiny.onnx.part']);
  });

  it('starts afresh once where the part it went on with was of another file', async () => {
    const server = await serveModel(content);
    const pulled = await order(web(server.url));
    await leavePart(pulled, new Uint8Array(120_000).fill(7));
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'pulled' });
    expect(server.ranges).toEqual(['bytes=120000-', '']);
  });

  it.each([
    ['changed', content.map((byte, index) => (index === 99 ? byte + 1 : byte))],
    ['short', content.subarray(0, 150_000)],
    ['long', new Uint8Array([...content, 1])],
  ])('refuses a %s file and keeps nothing of it', async (_, served) => {
    const server = await serveModel(served);
    const pulled = await order(web(server.url));
    expect(await pullFile(pulled)).toMatchObject({ code: 'wrong-checksum' });
    expect(await filesBeside(pulled)).toEqual([]);
  });

  it('leaves the file that is there untouched where the new one is refused', async () => {
    const server = await serveModel(content.subarray(1));
    const pulled = await order(web(server.url));
    await mkdir(join(pulled.target, '..'), { recursive: true });
    await writeFile(pulled.target, 'an older model');
    expect(await pullFile(pulled)).toMatchObject({ code: 'wrong-checksum' });
    expect(await readFile(pulled.target, 'utf8')).toBe('an older model');
  });

  it('tells an address that is refused, and one that nobody answers', async () => {
    const server = await serveModel(content, { status: 403 });
    expect(await pullFile(await order(web(server.url)))).toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('403'),
    });
    expect(await pullFile(await order(web('http://127.0.0.1:9/tiny.onnx')))).toMatchObject({
      code: 'source-unreachable',
    });
  });

  it('takes a file from a mirror folder, by path or by bare name', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'tiny.onnx'), content);
    const files = ['weights/tiny.onnx', 'tiny.onnx'];
    const pulled = await order({ kind: 'folder', folder, files });
    expect(await pullFile(pulled)).toEqual({ ok: true, value: 'pulled' });
    const empty = await order({ kind: 'folder', folder: await temporaryFolder(), files });
    expect(await pullFile(empty)).toMatchObject({ code: 'source-missing' });
    expect(existsSync(empty.target)).toBe(false);
  });
});
