import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { scratch } from '../shared/scratch.js';

/** Built files lie in .throng/bench/edge. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Pair = { readonly pixel: readonly number[]; readonly ground: readonly number[] };

/** A video and where its camera stands. */
export interface Scene {
  readonly name: string;
  readonly video: string;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly pairs: readonly Pair[];
  readonly cameraPosition: readonly number[];
  /** The ground that the camera owns, metres. */
  readonly area: readonly (readonly number[])[];
}

/** Data that is no part of the project; THRONG_DATA tells where it lies. */
export const sharedData = (...path: string[]): string =>
  resolve(ROOT, process.env.THRONG_DATA ?? '../shared/data', ...path);

const ffmpeg = (args: readonly string[]): void => {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args], { stdio: 'pipe' });
};

const pets = (): Scene => {
  const truth = JSON.parse(readFileSync(sharedData('pets2009-s1l1', 'truth.json'), 'utf8'));
  return {
    name: 'PETS 2009 S1.L1, view 1',
    video: sharedData('pets2009-s1l1', truth.video),
    width: truth.width,
    height: truth.height,
    framesPerSecond: truth.fps,
    pairs: truth.calibration_pairs,
    cameraPosition: truth.camera_position_m,
    area: [
      [-14, -16],
      [-4.5, -16],
      [-4.5, 9],
      [-14, 9],
    ],
  };
};

/** A slow pan over the crowd that the project's simulator rendered. */
const rendered = (): Scene => {
  const video = join(scratch(), 'rendered.mp4');
  ffmpeg([
    ...['-loop', '1', '-framerate', '7', '-t', '30'],
    ...['-i', join(ROOT, 'models/bench/crowd.jpg')],
    ...['-vf', 'scale=864:648,crop=768:576:48+48*sin(t/3):36+36*cos(t/5)'],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '50', video],
  ]);
  const pair = (x: number, y: number, east: number, north: number): Pair => ({
    pixel: [x, y],
    ground: [east, north],
  });
  return {
    ...{ name: 'a rendered crowd', video, width: 768, height: 576, framesPerSecond: 7 },
    pairs: [pair(150, 170, 1, 22), pair(618, 170, 11, 22), pair(750, 550, 10, 10)].concat(
      pair(18, 550, 2, 10),
    ),
    cameraPosition: [6, 4, 5.5],
    area: [
      [1, 10],
      [11, 10],
      [11, 22],
      [1, 22],
    ],
  };
};

export const findScene = (): Scene =>
  existsSync(sharedData('pets2009-s1l1', 'truth.json')) ? pets() : rendered();

/** The same coded pictures at another rate: nothing is decoded or coded anew. */
export const atRate = ({ video, framesPerSecond }: Scene, rate: number): string => {
  const file = join(scratch(), `at-${rate}.mp4`);
  ffmpeg(['-itsscale', `${framesPerSecond / rate}`, '-i', video, '-c', 'copy', '-an', file]);
  return file;
};

/** The first frames of a video, decoded and scaled to a size, as raw RGB one after the other. */
export const rawFrames = (
  { video }: Scene,
  size: { readonly width: number; readonly height: number },
  count: number,
): string => {
  const file = join(scratch(), `frames-${size.width}x${size.height}.rgb`);
  const scale = `scale=${size.width}:${size.height}:flags=bilinear`;
  ffmpeg([
    ...['-i', video, '-vf', scale, '-frames:v', `${count}`],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', file],
  ]);
  return file;
};

/** What an agent of the bench is to do. */
export interface AgentOrder {
  readonly name: string;
  readonly video: string;
  readonly cameras: number;
  readonly framesPerSecond: number;
  readonly width: number;
  readonly models: { readonly person?: string; readonly density?: string };
  readonly restDensity: boolean;
  readonly broker: string;
}

/** Metres between the grounds of two cameras that show the same scene, so that each owns its own. */
const APART = 1_000;

/** Writes the settings of an agent and its venue; returns the settings' path. */
export const writeSettings = async (scene: Scene, order: AgentOrder): Promise<string> => {
  const cameras = Array.from({ length: order.cameras }, (_, index) => ({
    id: `cam-${index + 1}`,
    shift: ([x = 0, y = 0, ...rest]: readonly number[]) => [x + index * APART, y, ...rest],
  }));
  const folder = scratch();
  const venue = {
    id: 'bench',
    name: 'Bench',
    passages: [],
    zones: cameras.map(({ id, shift }) => ({
      ...{ id: `zone-${id}`, name: id, kind: 'walkway', polygon: scene.area.map(shift) },
    })),
    cameras: cameras.map(({ id, shift }) => ({
      ...{ id, name: id, edge: order.name, area: scene.area.map(shift) },
    })),
  };
  const settings = {
    edge: order.name,
    venue: `${order.name}-venue.yml`,
    state: join(folder, `${order.name}-state`),
    broker: { url: order.broker },
    models: { ...order.models, threads: 1, providers: ['cpu'] },
    sampling: { restDensity: order.restDensity },
    cameras: cameras.map(({ id, shift }) => ({
      ...{ id, source: order.video, loop: true, decode: 'software', width: order.width },
      framesPerSecond: order.framesPerSecond,
      calibration: {
        imageSize: [scene.width, scene.height],
        pairs: scene.pairs.map(({ pixel, ground }) => ({ pixel, ground: shift(ground) })),
        cameraPosition: shift(scene.cameraPosition),
      },
    })),
  };
  await writeFile(join(folder, settings.venue), stringify({ venue }));
  const file = join(folder, `${order.name}.yml`);
  await writeFile(file, stringify(settings));
  return file;
};
