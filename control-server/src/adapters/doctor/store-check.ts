import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { bad, type Finding, good } from './finding.js';

const GIBIBYTE = 1024 ** 3;
const REMEDY = 'create it, or set store.file elsewhere';

/** Whether the store's folder can be written. */
export const checkFolder = async (folder: string): Promise<Finding> => {
  try {
    await access(folder, constants.W_OK);
    return good('store folder', folder);
  } catch {
    return bad('store folder', `${folder} cannot be written`, REMEDY);
  }
};

/** Whether an evening fits on the disk. */
export const checkSpace = async (folder: string): Promise<Finding> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = (bavail * bsize) / GIBIBYTE;
    const found = `${free.toFixed(1)} GiB free`;
    return free >= 1
      ? good('disk', found)
      : bad('disk', found, 'free some: an evening of 200 cameras fills a quarter of a GiB');
  } catch {
    return bad('disk', `${folder} does not exist`, REMEDY);
  }
};
