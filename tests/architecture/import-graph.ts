import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { trackedFiles } from './tracked-files.js';

/** One import of one file. */
export interface Import {
  readonly from: string;
  /** A path from the root, `node:fs` for a part of Node, or the name of an installed package. */
  readonly to: string;
}

export interface ImportGraph {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
  /** Imports that lead to no file: the graph would be blind there. */
  readonly lost: readonly Import[];
}

const builtins = new Set(builtinModules);
const workspaceFolder: Readonly<Record<string, string>> = {
  crowd: 'packages/crowd',
  contract: 'packages/contract',
  simulation: 'packages/simulation',
  host: 'packages/host',
  inference: 'packages/inference',
};

const packageName = (request: string): string =>
  request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');

/** Where a relative import leads; TypeScript writes `.js` for what is `.ts` or `.tsx` on disk. */
const resolveRelative = (from: string, request: string): string | undefined => {
  const path = join(dirname(from), request);
  const stem = path.replace(/\.js$/, '');
  return [path, `${stem}.ts`, `${stem}.tsx`, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(
    (candidate) => /\.[a-z]+$/.test(candidate) && existsSync(candidate),
  );
};

const resolve = (from: string, request: string): string | undefined => {
  if (request.startsWith('.')) return resolveRelative(from, request);
  if (request.startsWith('node:')) return request;
  if (builtins.has(request)) return `node:${request}`;
  const [, workspace, room] = /^@throng\/([a-z-]+)(?:\/([a-z-]+))?$/.exec(request) ?? [];
  if (workspace === undefined) return packageName(request);
  const face = room === undefined ? 'index.ts' : `${room}/index.ts`;
  return `${workspaceFolder[workspace] ?? workspace}/src/${face}`;
};

/** All that a file asks for: imports, re-exports and imports at run time. */
const requestsOf = (path: string): string[] => {
  const source = readFileSync(path, 'utf8');
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const dynamic = module.dynamicImports
    .map(({ moduleRequest }) => source.slice(moduleRequest.start, moduleRequest.end))
    .filter((request) => /^['"]/.test(request))
    .map((request) => request.slice(1, -1));
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...dynamic,
  ];
};

/** The imports of every source file of the house, type imports included. */
export const readImportGraph = (): ImportGraph => {
  const files = trackedFiles('*.ts', '*.tsx').filter(
    (path) => path.includes('/src/') && existsSync(path),
  );
  const found = files.flatMap((from) =>
    [...new Set(requestsOf(from))].map((request) => ({
      from,
      request,
      to: resolve(from, request),
    })),
  );
  return {
    files,
    imports: found.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])),
    lost: found.flatMap(({ from, request, to }) =>
      to === undefined ? [{ from, to: request }] : [],
    ),
  };
};
