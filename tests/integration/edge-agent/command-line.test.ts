import { existsSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { applyHomography } from '@throng/crowd';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { calibration, position, sampleView } from '../../unit/edge-agent/support/sample-camera.js';
import { writeTinySsd } from '../inference/support/tiny-ssd.js';
import { agentFiles, MODELS } from './support/agent-files.js';
import { command } from './support/command.js';
import { SQUARES, squaresVideo, VIDEO } from './support/squares-video.js';

/** Nobody listens on the discard port; one that was free a moment ago another test may have taken. */
const NO_BROKER = 'mqtt://127.0.0.1:9';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A sequence of which the truth is known: the squares of the video, where they stand. */
const squaresSequence = async (change: object = {}): Promise<string> => {
  const folder = await temporaryFolder();
  await copyFile(await squaresVideo({ seconds: 2, fps: 5 }), join(folder, 'squares.mp4'));
  const { footToGround } = sampleView().projection;
  const people = SQUARES.map(([x, y]) => {
    const ground = applyHomography(footToGround, { x: x + 16, y: y + 32 });
    return { ground: [ground?.x, ground?.y] };
  });
  const truth = {
    video: 'squares.mp4',
    fps: 5,
    ...VIDEO,
    camera_position_m: [position.x, position.y, position.z],
    calibration_pairs: calibration.pairs,
    frames: Array.from({ length: 10 }, (_, frame) => ({ frame, people })),
    ...change,
  };
  await writeFile(join(folder, 'truth.json'), JSON.stringify(truth));
  return folder;
};

const squareModels = ['--person', MODELS.person, '--density', 'none'];

describeWith(['ffmpeg'], '[I] throng-edge evaluate', () => {
  it('prints the figures as JSON and nothing else', async () => {
    const { code, out, err } = await command(
      ...['evaluate', await squaresSequence(), ...squareModels, '--json'],
    );
    expect([code, err]).toEqual([0, '']);
    const figures = JSON.parse(out);
    expect(figures).toMatchObject({
      frames: 10,
      countMae: 0,
      countBias: 0,
      meanTrueCount: SQUARES.length,
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number) },
    });
    expect(figures.density.mae).toBeLessThan(0.02);
    expect(figures.density.zoneAreaM2).toBeGreaterThan(50);
    expect(figures.fps).toBeGreaterThan(1);
  });

  it('counts people who are not there as an error', async () => {
    const nobody = { frames: [{ frame: 3, people: [] }] };
    const { out } = await command(
      'evaluate',
      await squaresSequence(nobody),
      ...squareModels,
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ frames: 1, countMae: SQUARES.length });
  });

  it.each([
    ['a folder without truth.json', async () => temporaryFolder(), /truth\.json/],
    ['a video that is missing', () => squaresSequence({ video: 'gone.mp4' }), /gone\.mp4/],
    ['a truth of the wrong shape', () => squaresSequence({ fps: 'fast' }), /fps/],
    [
      'marks that lie on a line',
      () =>
        squaresSequence({
          calibration_pairs: [1, 2, 3, 4].map((n) => ({ pixel: [n, n], ground: [n, n] })),
        }),
      /calibration_pairs.*line/,
    ],
  ])('refuses %s by name', async (_, folder, said) => {
    const { code, out, err } = await command('evaluate', await folder(), ...squareModels);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(said);
  });

  it('refuses a video that is none', async () => {
    const folder = await squaresSequence();
    await writeFile(join(folder, 'squares.mp4'), 'no video');
    const { code, err } = await command('evaluate', folder, ...squareModels);
    expect(code).toBe(1);
    expect(err).toMatch(/squares\.mp4 cannot be evaluated.*(moov|[Ii]nvalid data)/s);
  });
});

describe('[I] throng-edge validate', () => {
  it('lists every fault at once, without showing a password', async () => {
    const config = await agentFiles('mqtt://u:hush-hush@host', [
      { id: 'cam-1', source: 'rtsp://u:hush-hush@cam/x', framesPerSecond: 0 },
      { id: 'Cam 2', source: 'rtsp://cam/y' },
    ]);
    const { code, out } = await command('validate', '--config', config, '--json');
    const { faults, valid } = JSON.parse(out);
    expect([code, valid]).toEqual([1, false]);
    expect(faults.join('\n')).toMatch(/cameras\[0\]\.framesPerSecond[\s\S]*cameras\[1\]\.id/);
    expect(faults.join('\n')).toMatch(/venue\.cameras\[1\]\.id/);
    expect(out).not.toContain('hush');
  });

  it('says what each camera will see', async () => {
    const config = await agentFiles('mqtt://host', [{ id: 'cam-1', source: 'rtsp://cam/x' }]);
    const { code, out } = await command('validate', '--config', config, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      valid: true,
      cameras: [{ camera: 'cam-1', width: 640, height: 480, zones: [{ zone: 'floor' }] }],
    });
  });

  it('accepts the example that comes with the agent', async () => {
    const { code, err } = await command('validate', '-c', resolve('edge-agent/examples/edge.yml'));
    expect([code, err]).toEqual([0, '']);
  });

  it('names a file that is missing, and one that is no YAML', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'edge.yml'), 'edge: [');
    const broken = await command('validate', '-c', join(folder, 'edge.yml'));
    const missing = await command('validate', '-c', join(folder, 'none.yml'));
    expect([broken.code, missing.code]).toEqual([1, 1]);
    expect(broken.err).toContain('is no YAML');
    expect(missing.err).toContain('no such file');
  });
});

describeWith(['ffmpeg', 'mosquitto'], '[I] throng-edge doctor', () => {
  it('finds all well where all is well', async () => {
    const { url } = await startMosquitto();
    const config = await agentFiles(url, [{ id: 'cam-1', source: await squaresVideo() }]);
    const { code, out } = await command('doctor', '-c', config, '--json');
    const { findings, ok } = JSON.parse(out);
    expect(findings.filter((finding: { ok: boolean }) => !finding.ok)).toEqual([]);
    expect([code, ok]).toEqual([0, true]);
  });

  it('names each broken thing with its remedy, and hides passwords', async () => {
    const config = await agentFiles(
      NO_BROKER,
      [{ id: 'cam-1', source: 'rtsp://u:hush-hush@127.0.0.1:9/x' }],
      { models: { person: 'gone.onnx', density: 'none' } },
    );
    const { code, out } = await command('doctor', '-c', config);
    expect(code).toBe(1);
    expect(out).toMatch(/✗ models .*gone\.onnx/);
    expect(out).toMatch(/✗ broker .*ECONNREFUSED[\s\S]*→ start the control server/);
    expect(out).toMatch(/✗ camera cam-1 .*refused[\s\S]*→ check host and port/);
    expect(out).not.toContain('hush');
  });
});

describeWith(['ffmpeg'], '[I] throng-edge doctor on models', () => {
  const findingsWith = async (models: object) => {
    const cameras = [{ id: 'cam-1', source: 'gone.mp4' }];
    const config = await agentFiles(NO_BROKER, cameras, { models });
    const { out } = await command('doctor', '-c', config, '--json');
    const { findings }: { findings: { subject: string; ok: boolean; detail: string }[] } =
      JSON.parse(out);
    return (subject: string) => findings.find((finding) => finding.subject === subject);
  };

  it('says which wanted provider does not work here, and what runs instead', async () => {
    const finding = await findingsWith({
      ...{ person: MODELS.person, density: 'none' },
      providers: ['tensorrt', 'cpu'],
    });
    expect(finding('provider tensorrt')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/does not work here, person\.onnx runs on cpu: ./),
    });
    expect(finding('model person')?.detail).toMatch(/ms for .* on cpu/);
  });

  it('says which backend COCO-SSD runs on, and what a better one would take', async () => {
    const folder = await temporaryFolder();
    await writeTinySsd(folder);
    const finding = await findingsWith({ person: `coco-ssd:${folder}`, density: 'none' });
    expect(finding('model coco-ssd')?.detail).toMatch(/ on wasm$/);
    expect(finding('backend tfjs-node-gpu')).toMatchObject({
      ok: true,
      detail: expect.stringContaining('npm install @tensorflow/tfjs-node-gpu'),
    });
  });
});

describe('[I] throng-edge', () => {
  it('ends with 2 when it is used wrongly, and with 0 when it is asked for help', async () => {
    expect((await command('count')).code).toBe(2);
    expect((await command('run')).code).toBe(2);
    expect((await command('evaluate', '.', '--threads', 'many')).code).toBe(2);
    const help = await command('--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('Examples:');
  });

  it('does not start on broken settings', async () => {
    const config = await agentFiles('mqtt://host', [{ id: 'cam-1', source: 'ftp://cam/x' }]);
    const { code, err } = await command('run', '--config', config);
    expect(code).toBe(1);
    expect(err).toContain('cameras[0].source: "ftp://" is not supported');
  });
});

const pets = resolve(process.env.THRONG_DATA ?? '../shared/data', 'pets2009-s1l1');
const manifest = resolve('models/manifest.json');
const missing = [pets, manifest].filter((path) => !existsSync(path));
if (missing.length > 0) console.warn(`! PETS 2009 is not evaluated: ${missing.join(', ')} missing`);

describe.skipIf(missing.length > 0)('[I] the models that come with Throng', () => {
  it('count PETS 2009 S1.L1 within 3 persons of 22, 0.015 persons/m² on 5 m cells', async () => {
    const { code, out } = await command('evaluate', pets, '--json');
    expect(code).toBe(0);
    const figures = JSON.parse(out);
    expect(figures.frames).toBe(221);
    expect(figures.countMae).toBeLessThan(3);
    expect(figures.density.mae).toBeLessThan(0.015);
    expect(figures.coverage80).toBeGreaterThan(0.7);
  }, 180_000);
});
