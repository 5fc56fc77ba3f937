import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPolygon } from '@throng/contract';
import { calibrationPairs } from '../camera/calibration-pairs.js';
import { countedFrames } from '../dataset/counted-frames.js';
import { MOUNTINGS, mountedCamera, mountedZone } from '../dataset/mounting.js';

/** JPEG quality: as cameras have it. */
const QUALITY = 80;

const millimetres = (value: number): number => Math.round(value * 1_000) / 1_000;

/**
 * Writes, for each mounting, `NAME/images/NNNN.jpg` and `NAME/truth.json` as `throng-edge evaluate`
 * reads them: `repeats` pictures at each density, with everybody on the ground. The same seed
 * writes the same pictures.
 */
export const renderCounted = async (
  folder: string,
  repeats: number,
  seed: number,
): Promise<string[]> => {
  const folders: string[] = [];
  for (const mounting of MOUNTINGS) {
    const here = join(folder, mounting.name);
    await mkdir(join(here, 'images'), { recursive: true });
    const camera = mountedCamera(mounting);
    const area = mountedZone(mounting);
    const frames: unknown[] = [];
    for (const { canvas, people } of countedFrames(mounting, seed, repeats)) {
      const file = `${String(frames.length).padStart(4, '0')}.jpg`;
      await writeFile(join(here, 'images', file), await canvas.encode('jpeg', QUALITY));
      frames.push({
        frame: frames.length,
        people: people.map(({ x, y }) => ({ ground: [millimetres(x), millimetres(y)] })),
      });
    }
    const truth = {
      video: 'images',
      fps: 5,
      width: camera.width,
      height: camera.height,
      camera_position_m: [0, 0, mounting.height],
      calibration_pairs: calibrationPairs(camera, toPolygon(area)).map(({ pixel, ground }) => ({
        pixel: [pixel.x, pixel.y],
        ground: [ground.x, ground.y],
      })),
      area,
      frames,
    };
    await writeFile(join(here, 'truth.json'), JSON.stringify(truth));
    folders.push(here);
  }
  return folders;
};
