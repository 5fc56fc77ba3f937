import { chmod, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isIn, runtimePackages } from './runtime-packages.mjs';

const APPS = ['edge-agent', 'control-server', 'models'];

/** Of our own folders: what is neither source nor training nor a leftover of the compiler. */
const isSource =
  /\/(src|training|bench|worker|public)\/|tsconfig|\.tsbuildinfo$|\.d\.ts(\.map)?$|\.js\.map$|\.py$/;

/** Whose terms say that they come along. */
const isLicence = /(licen[cs]e|notice|copying)[^/]*$/i;

/** Of others': what never runs. Binaries for other machines weigh a quarter of a gigabyte. */
const isIdle = (path) =>
  (/\.(md|markdown|map|d\.ts|d\.mts|d\.cts|tsbuildinfo)$/.test(path) && !isLicence.test(path)) ||
  (/\/onnxruntime-node\/bin\//.test(path) &&
    /\/napi-v\d+\/./.test(path) &&
    !path.includes(`/${platform()}`)) ||
  (/\/onnxruntime-node\/bin\/napi-v\d+\/[^/]+\/./.test(path) &&
    !new RegExp(`/${platform()}/${arch()}(/|$)`).test(path));

/** All files of one of our folders that a box may need; its build is copied apart. */
const ownFiles = async (project, folder) => {
  const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .filter((path) => !isSource.test(path) && !/\/(node_modules|dist)\//.test(path));
};

const launcher = (app, program, flags) => `#!/bin/sh
# Runs this release's program: with the Node that it brings, or with the system's.
release=$(dirname "$(dirname "$(readlink -f "$0")")")
node=$release/runtime/node
[ -x "$node" ] || node=node
exec "$node" ${flags}"$release/${app}/bin/${program}.mjs" "$@"
`;

const copyFiles = async (project, target, paths) => {
  for (const path of paths) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await cp(join(project, path), join(target, path));
  }
};

/** Lays out in `target` all that a box runs: built workspaces, their packages, launchers, units, installer. */
export const stageRelease = async ({ node, project, target, version }) => {
  const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
  const { foreign, own } = runtimePackages(lock, APPS, isIn(project));
  for (const folder of [...own, 'dashboard', 'hardware']) {
    if (folder === 'dashboard') await mkdir(join(target, 'dashboard'), { recursive: true });
    else await copyFiles(project, target, await ownFiles(project, folder));
    const built = join(project, folder, 'dist');
    if (folder === 'hardware') continue;
    if (!isIn(project)(`${folder}/dist`)) throw new Error(`${folder} is not built: npm run build`);
    await cp(built, join(target, folder, 'dist'), {
      recursive: true,
      filter: (path) => !isSource.test(relative(project, path)),
    });
  }
  await copyFiles(project, target, ['LICENSE']);
  for (const path of foreign) {
    await cp(join(project, path), join(target, path), {
      recursive: true,
      dereference: true,
      filter: (from) =>
        !isIdle(relative(project, from)) &&
        !/\/node_modules\/\.bin(\/|$)/.test(from) &&
        (from === join(project, path) ||
          !relative(join(project, path), from).startsWith('node_modules')),
    });
  }
  for (const folder of own.filter((path) => path.startsWith('packages/'))) {
    const { name } = JSON.parse(await readFile(join(project, folder, 'package.json'), 'utf8'));
    const link = join(target, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), join(target, folder)), link);
  }
  await mkdir(join(target, 'bin'), { recursive: true });
  const nodeFlags = join(project, 'control-server/dist/node-flags.js');
  const { NODE_FLAGS } = await import(pathToFileURL(nodeFlags).href);
  for (const [app, program, flags] of [
    ['edge-agent', 'throng-edge', []],
    ['control-server', 'throng-server', NODE_FLAGS],
  ]) {
    const text = launcher(app, program, flags.map((flag) => `${flag} `).join(''));
    await writeFile(join(target, 'bin', program), text);
    await chmod(join(target, 'bin', program), 0o755);
  }
  if (node !== undefined) {
    await mkdir(join(target, 'runtime'), { recursive: true });
    await cp(node, join(target, 'runtime/node'), { dereference: true });
  }
  // By the number of its migrations the installer knows which releases read what this one makes of a store.
  const migrations = join(project, 'control-server/dist/adapters/store/migrations/index.js');
  const { MIGRATIONS } = await import(pathToFileURL(migrations).href);
  const about = [version, `${platform()}-${arch()}`, MIGRATIONS.length];
  await writeFile(join(target, 'RELEASE'), `${about.join('\n')}\n`);
};
