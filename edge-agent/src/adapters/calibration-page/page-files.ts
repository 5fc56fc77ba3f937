import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';

/** One file of the page, ready to be sent. */
export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The project's folder, seen from the sources and from the build alike. */
const ownFolder = new URL('../../../', import.meta.url);

const folders = {
  '/': new URL('calibration-page/', ownFolder),
  '/page/': new URL('dist/calibration-page/', ownFolder),
};

/** Reads the page's files once, by the path under which each is asked for. */
export const readPageFiles = async (): Promise<
  Result<ReadonlyMap<string, PageFile>, 'not-built'>
> => {
  const files = new Map<string, PageFile>();
  for (const [path, folder] of Object.entries(folders)) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      files.set(`${path}${name}`, { type, content: await readFile(new URL(name, folder)) });
    }
  }
  const page = files.get('/index.html');
  if (page === undefined || !files.has('/page/main.js')) {
    return fail('not-built', 'the calibration page is not built; run `npm run build`, then again');
  }
  return ok(files.set('/', page));
};
