#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stageRelease } from './release/stage.mjs';

const USAGE = `Packs what is built here for boxes like this one (${platform()}-${arch()}), to be installed without a network:
  npm run build && node hardware/pack-release.mjs [--out FOLDER] [--version V] [--with-node]

  --out FOLDER   where the tarball and its checksum go; the present folder by default
  --version V    in place of the version in package.json
  --with-node    bring this Node along, for boxes whose own is missing or too old`;

const project = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.' },
    version: { type: 'string' },
    'with-node': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
const version = values.version ?? manifest.version;
const name = `throng-${version}-${platform()}-${arch()}`;
const out = resolve(values.out);
await mkdir(out, { recursive: true });
const work = await mkdtemp(join(tmpdir(), 'throng-release-'));
try {
  const node = values['with-node'] ? process.execPath : undefined;
  await stageRelease({ node, project, version, target: join(work, name) });
  const tarball = join(out, `${name}.tar.gz`);
  // Owners and order are not of this machine: the same files give the same archive.
  const fixed = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner'];
  execFileSync('tar', [...fixed, '-czf', tarball, '-C', work, name]);
  const hash = createHash('sha256');
  await pipeline(createReadStream(tarball), hash);
  await writeFile(`${tarball}.sha256`, `${hash.digest('hex')}  ${basename(tarball)}\n`);
  console.log(tarball);
} finally {
  await rm(work, { recursive: true, force: true });
}
