import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelStage } from '@throng/contract';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { runServer } from '../../support/throng.js';
import { MODELS } from '../edge-agent/support/agent-files.js';
import { SQUARES, squaresVideo } from '../edge-agent/support/squares-video.js';
import { FleetHall } from './support/hall.js';

/** The density model of the tests with some of its bytes exchanged: another checksum, maybe another answer. */
const changed = async (from: Buffer, to: Buffer): Promise<Buffer> => {
  const bytes = await readFile(MODELS.density);
  const at = bytes.indexOf(from);
  if (at < 0) throw new Error('the model does not hold these bytes');
  return Buffer.concat([bytes.subarray(0, at), to, bytes.subarray(at + from.length)]);
};

const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describeWith(['ffmpeg'], '[I] rollout of a model', () => {
  it('[FL7] [FL8] [FL9] a good one is taken by all cameras, a bad one is rolled back by the box', async () => {
    const folder = await temporaryFolder();
    // Only the exporter's name differs; and a weight that counts every person eight times.
    const good = await changed(Buffer.from('pytorch'), Buffer.from('pytorcH'));
    const bad = await changed(float(16), float(2));
    const models = await Promise.all(
      Object.entries({ good, bad }).map(async ([id, bytes]) => {
        await writeFile(join(folder, `${id}.onnx`), bytes);
        const said = { sha256: sha256(bytes), bytes: bytes.length, licence: 'of the tests' };
        return { id, task: 'density', file: `${id}.onnx`, ...said };
      }),
    );
    const manifest = join(folder, 'manifest.json');
    await writeFile(manifest, JSON.stringify({ version: 1, models }));

    const hall = await FleetHall.open(folder);
    onTestFinished(() => hall.close());
    const source = await squaresVideo();
    const config = await hall.agentConfig([
      { id: 'cam-1', source, loop: true },
      { id: 'cam-2', source, loop: true },
    ]);
    await hall.startAgent(config);
    await eventually('both cameras', () => hall.of('cam-1')[0] && hall.of('cam-2')[0], 60_000);

    const command = async (...words: string[]) => {
      const done = await runServer(['fleet', ...words, '--json', '-c', join(folder, 'venue.yml')]);
      if (done.code !== 0) throw new Error(`${done.out}${done.err}`);
      const answer: unknown = JSON.parse(done.out);
      return answer;
    };
    const stage = (rollout: number, wanted: ModelStage) =>
      hall.reported(`${wanted} of rollout ${rollout}`, ({ models: states }) =>
        states.some(({ offered }) => offered?.rollout === rollout && offered.stage === wanted),
      );
    const density = async (wanted: Promise<{ models: readonly { task: string }[] }>) =>
      (await wanted).models.find(({ task }) => task === 'density');
    const rolledOut = (number: number, state: string) =>
      eventually(`rollout ${number} to be ${state}`, async () => {
        const { body } = await hall.ask('GET', '/fleet-rollouts');
        const one: unknown = Array.isArray(body) ? body.find((each) => each.number === number) : 0;
        return Reflect.get(Object(one), 'state') === state ? one : undefined;
      });

    await command('model', 'good', '--manifest', manifest);
    // Tiny models take a millisecond or less, in which the machine's other work is most of the time.
    const trial = ['--seconds', '1', '--looks', '1', '--slower', '20'];
    await command('rollout', 'good', '--canary', 'box-1/cam-2', ...trial);
    await stage(1, 'shadow');
    await stage(1, 'canary');
    await stage(1, 'probation');
    expect(await density(stage(1, 'in-force'))).toMatchObject({
      runs: 'good',
      offered: { model: 'good', camera: 'cam-2', figures: { disagreement: 0, failures: 0 } },
    });
    await rolledOut(1, 'done');

    // The weights are for the box that was told to run them, and for nobody else.
    const weights = (edge: string, ticket: string) =>
      fetch(`${hall.server.url}/api/v1/fleet/weights/${sha256(good)}`, {
        headers: { 'x-throng-edge': edge, 'x-throng-ticket': ticket, range: 'bytes=100-' },
      });
    const ticket = hall.key.ticket('box-1', sha256(good));
    const part = await weights('box-1', ticket);
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(good.subarray(100));
    expect((await weights('box-2', ticket)).status).toBe(401);
    expect((await weights('box-1', 'f'.repeat(64))).status).toBe(401);

    await command('model', 'bad', '--manifest', manifest);
    const counted = hall.of('cam-1').length;
    const wish = {
      sha256: sha256(bad),
      ...{ canary: { edge: 'box-1', camera: 'cam-2' }, seconds: 1, leastLooks: 1 },
      limits: { slower: 20, disagreement: 0.35, failures: 0, drift: 0 },
    };
    expect(await hall.ask('POST', '/fleet-rollouts', wish)).toMatchObject({ status: 201 });
    expect(await density(stage(2, 'rolled-back'))).toMatchObject({
      runs: 'good',
      offered: { model: 'bad', camera: 'cam-2', reason: 'disagrees' },
    });
    expect(await rolledOut(2, 'failed')).toMatchObject({
      model: 'bad',
      outcomes: [{ edge: 'box-1', outcome: 'rolled-back', reason: 'disagrees' }],
    });
    const { body } = await hall.ask('GET', '/fleet/box-1');
    expect(body).toMatchObject({ models: { density: { model: { id: 'good' } } } });
    // No window of the other camera ever counted as the bad model does.
    await eventually(
      'more windows',
      () => hall.of('cam-1').length > counted + 1 || undefined,
      30_000,
    );
    const persons = hall.of('cam-1').flatMap(({ zones }) => zones.map((zone) => zone.persons ?? 0));
    expect(Math.max(...persons)).toBeLessThan(2 * SQUARES.length);
  }, 300_000);
});
