import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findModel, motionGraph, ownManifest } from '@throng/inference/adapters';
import { type Command, InvalidArgumentError } from 'commander';
import { type Arm, startArm } from '../shared/arm.js';
import type { Bench, Report } from '../shared/bench.js';
import { environment, versionOf } from '../shared/environment.js';
import { startBroker } from '../shared/mosquitto.js';
import { endProgress, progress } from '../shared/output.js';
import { type CurvePoint, curvePoint } from './camera-curve.js';
import { edgeReport } from './edge-report.js';
import {
  type AgentOrder,
  atRate,
  findScene,
  rawFrames,
  type Scene,
  sharedData,
  writeSettings,
} from './scene.js';
import { type Contestant, type Speeds, takeTurns } from './throughput.js';

interface EdgeBenchOptions {
  readonly turns: number;
  readonly seconds: number;
  readonly cameras: readonly number[];
  readonly core: number;
  readonly yolox: string;
}

const OPENCV_PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(
  new URL('../../../tests/bench/edge/arms/opencv_script.py', import.meta.url),
);
const arm = (name: string): string => fileURLToPath(new URL(`arms/${name}.js`, import.meta.url));

/** The agent's own pace is left to its frames: faster than any pipeline here. */
const UNHURRIED = 60;
/** Width of the pictures that a YOLOX file of 416 × 416 is given. */
const YOLOX_WIDTH = 416;

const number =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`must be a whole number of at least ${least}`);
  };

const numbers = (text: string): number[] => text.split(',').map(number(1));

const modelPath = async (task: 'person' | 'density'): Promise<string> => {
  const found = await findModel({ task, reference: undefined, manifest: ownManifest, folder: '.' });
  if (!found.ok) throw new Error(found.message);
  return found.value.path;
};

/** Starts what is to be compared; what cannot run here is left out, and a note says why. */
const contestants = async (
  scene: Scene,
  options: EdgeBenchOptions,
  broker: string,
  notes: string[],
): Promise<Contestant[]> => {
  const { core, yolox } = options;
  const video = atRate(scene, UNHURRIED);
  const start = async (name: string, framesPerTurn: number, starting: Promise<Arm>) => ({
    ...{ name, framesPerTurn },
    arm: await starting,
  });
  const bare = (size: { width: number; height: number }, models: readonly string[]) =>
    startArm(core, process.execPath, [
      ...[arm('bare-onnxruntime'), `${size.width}`, `${size.height}`],
      ...[rawFrames(scene, size, 24), ...models],
    ]);
  const agent = async (name: string, change: Pick<AgentOrder, 'models' | 'width'>) => {
    const order = { name, video, cameras: 1, framesPerSecond: UNHURRIED, broker };
    const config = await writeSettings(scene, { ...order, restDensity: false, ...change });
    return startArm(core, process.execPath, [arm('agent'), config, 'paced']);
  };
  const models = [await modelPath('person'), await modelPath('density'), motionGraph];
  const found = [
    await start('bare', 20, bare(scene, models)),
    await start('agent', 20, agent('default-models', { models: {}, width: scene.width })),
  ];
  if (!existsSync(yolox)) {
    notes.push(`not compared with OpenCV: there is no ${yolox}; give a YOLOX file by --yolox`);
    return found;
  }
  const small = { width: YOLOX_WIDTH, height: 32 * Math.round((scene.height * 13) / scene.width) };
  const alone = { models: { person: yolox, density: 'none' }, width: YOLOX_WIDTH };
  found.push(
    await start('bareYolox', 60, bare(small, [yolox])),
    await start('agentYolox', 60, agent('yolox', alone)),
  );
  if (versionOf(OPENCV_PYTHON, ['-c', 'import cv2; print(cv2.__version__)']) === undefined) {
    notes.push('not compared with OpenCV: apt-get install python3-opencv');
    return found;
  }
  const script = startArm(core, OPENCV_PYTHON, [SCRIPT, scene.video, yolox]);
  return [...found, await start('opencvYolox', 12, script)];
};

const measureSpeeds = async (
  scene: Scene,
  options: EdgeBenchOptions,
  broker: string,
  notes: string[],
): Promise<Speeds> => {
  progress('starting the arms');
  const all = await contestants(scene, options, broker, notes);
  const speeds = await takeTurns(all, options.turns, (turn) =>
    progress(`speed: turn ${turn} of ${options.turns}`),
  );
  await Promise.all(all.map((one) => one.arm.stop()));
  return speeds;
};

const measureCurve = async (
  scene: Scene,
  { cameras, core, seconds }: EdgeBenchOptions,
  broker: string,
): Promise<CurvePoint[]> => {
  const curve: CurvePoint[] = [];
  for (const count of cameras) {
    progress(`cameras: ${count} for ${seconds} s`);
    const name = `rack-of-${count}`;
    const config = await writeSettings(scene, {
      ...{ name, video: scene.video, cameras: count, framesPerSecond: 5, width: scene.width },
      ...{ models: {}, restDensity: true, broker },
    });
    const start = () => startArm(core, process.execPath, [arm('agent'), config, 'free']);
    curve.push(await curvePoint(count, seconds, broker, name, start));
  }
  return curve;
};

/** `npm run bench -- edge` */
export const edgeBench: Bench = {
  name: 'edge',
  description: 'the edge agent beside bare onnxruntime and an OpenCV script; cameras per core',
  addOptions: (command: Command): void => {
    const last = availableParallelism() - 1;
    command
      .option('--turns <n>', 'turns of each arm, of which the median counts', number(1), 8)
      .option('--seconds <n>', 'how long each number of cameras runs', number(2), 8)
      .option('--cameras <list>', 'numbers of cameras on one core', numbers, [1, 2, 4, 6, 8])
      .option('--core <n>', 'the core that everything measured shares', number(0), last)
      .option(
        '--yolox <file>',
        'an upstream YOLOX file of 416 × 416, which OpenCV reads too',
        sharedData('weights', 'yolox_nano.onnx'),
      );
  },
  run: async (given): Promise<Report> => {
    const options = given as EdgeBenchOptions;
    const notes: string[] = [];
    const scene = findScene();
    const before = environment();
    const broker = await startBroker(options.core === 0 ? availableParallelism() - 1 : 0);
    const speeds = await measureSpeeds(scene, options, broker, notes);
    const curve = await measureCurve(scene, options, broker);
    endProgress();
    const opencv = versionOf(OPENCV_PYTHON, ['-c', 'import cv2; print(cv2.__version__)']);
    const ffmpeg = versionOf('ffmpeg', ['-version']);
    return edgeReport({
      ...{ speeds, curve, notes, scene: scene.name },
      environment: { ...before, loadAfter: environment().load, core: options.core, opencv, ffmpeg },
    });
  },
};
