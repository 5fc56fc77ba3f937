import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { annotatedImage } from '../dataset/annotated-image.js';

/** JPEG quality: as cameras and the photographs of public sets have it. */
const QUALITY = 80;

/**
 * Writes `count` rendered crowds: `images/NNNN.jpg`, `heads.json` and `boxes.json`, each keyed by
 * file name. The same seed writes the same pictures.
 */
export const renderDataset = async (folder: string, count: number, seed: number): Promise<void> => {
  await mkdir(join(folder, 'images'), { recursive: true });
  const heads: Record<string, unknown> = {};
  const boxes: Record<string, unknown> = {};
  for (let index = 0; index < count; index += 1) {
    const image = annotatedImage(seed, index);
    const { width, height } = image;
    const file = `sim-${seed}-${String(index).padStart(4, '0')}.jpg`;
    await writeFile(join(folder, 'images', file), await image.canvas.encode('jpeg', QUALITY));
    heads[file] = { width, height, part: 'S', heads: image.heads };
    boxes[file] = { width, height, people: image.people };
  }
  await writeFile(join(folder, 'heads.json'), JSON.stringify(heads));
  await writeFile(join(folder, 'boxes.json'), JSON.stringify(boxes));
};
