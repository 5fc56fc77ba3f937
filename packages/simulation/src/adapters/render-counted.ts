import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPolygon } from '@throng/contract';
import { calibrationPairs } from '../camera/calibration-pairs.js';
import { COUNTED_DENSITIES, countedFrames } from '../dataset/counted-frames.js';
import { type Room, randomMounting } from '../dataset/mounting.js';
import { mixSeed } from '../random/random.js';

/** JPEG quality: as cameras have it. */
const QUALITY = 80;

const millimetres = (value: number): number => Math.round(value * 1_000) / 1_000;

const numbered = (index: number): string => String(index).padStart(4, '0');

/** How many pictures, of what. */
export interface CountedOrder {
  readonly cameras: number;
  /** Pictures of each camera at each density. */
  readonly repeats: number;
  readonly seed: number;
  readonly densities?: readonly number[];
  /** Whether zones fill the picture or are a far part of it. */
  readonly room?: Room;
}

/**
 * Writes a folder for each camera with `images/NNNN.jpg` and a `truth.json` as `throng-edge
 * evaluate` reads it: where everybody stands, hidden or not. The same order writes the same files.
 */
export const renderCounted = async (
  folder: string,
  { cameras, repeats, seed, densities = COUNTED_DENSITIES, room }: CountedOrder,
): Promise<string[]> => {
  const folders: string[] = [];
  for (let index = 0; index < cameras; index += 1) {
    const here = join(folder, `camera-${numbered(index)}`);
    await mkdir(join(here, 'images'), { recursive: true });
    const mounting = randomMounting(seed, index, room);
    const { camera, zone } = mounting;
    const wanted = Array.from({ length: repeats }, () => densities).flat();
    const frames: unknown[] = [];
    for (const { canvas, people } of countedFrames(mounting, mixSeed(seed, index), wanted)) {
      const file = `${numbered(frames.length)}.jpg`;
      await writeFile(join(here, 'images', file), await canvas.encode('jpeg', QUALITY));
      const ground = ({ x, y }: { x: number; y: number }) => [millimetres(x), millimetres(y)];
      frames.push({
        frame: frames.length,
        people: people.map((person) => ({ ground: ground(person) })),
      });
    }
    const truth = {
      video: 'images',
      fps: 5,
      width: camera.width,
      height: camera.height,
      camera_position_m: [camera.position.x, camera.position.y, camera.position.z],
      calibration_pairs: calibrationPairs(camera, toPolygon([...zone])).map((pair) => ({
        pixel: [pair.pixel.x, pair.pixel.y],
        ground: [pair.ground.x, pair.ground.y],
      })),
      area: zone,
      frames,
    };
    await writeFile(join(here, 'truth.json'), JSON.stringify(truth));
    folders.push(here);
  }
  return folders;
};
