import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '@throng/contract';

/** The repository's root: programs run from there, so that what they print names short paths. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that holds all the demo writes, and that goes with it. */
export interface Workspace {
  readonly folder: string;
  write(name: string, text: string): Promise<string>;
  remove(): Promise<void>;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The process that owns a folder; undefined where it has ended, however it ended. */
const ownerOf = async (folder: string): Promise<number | undefined> => {
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
  return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
};

/** Makes `.throng/demo` anew; refused while another demo lives in it. */
export const openWorkspace = async (
  root: string = ROOT,
): Promise<Result<Workspace, 'already-running'>> => {
  const folder = join(root, '.throng/demo');
  const owner = await ownerOf(folder);
  if (owner !== undefined) {
    return fail(
      'already-running',
      `A demo runs here already (process ${owner}). End that one with Ctrl-C first.`,
    );
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pid'), `${process.pid}\n`);
  return ok({
    folder,
    write: async (name, text) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    },
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await rmdir(join(root, '.throng')).catch(() => undefined); // stays where a build keeps its stamp
    },
  });
};
