import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { start } from '../../support/child.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const SETUP = fileURLToPath(new URL('../../../demo/setup.mjs', import.meta.url));

/** A machine whose search path holds Node and these scripts, and nothing else. */
const machineWith = async (scripts: Record<string, string>): Promise<string> => {
  const folder = join(await temporaryFolder(), 'bin');
  await mkdir(folder);
  await symlink(process.execPath, join(folder, 'node'));
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  return folder;
};

const setup = async (folder: string) => {
  const run = start(process.execPath, [SETUP, '--yes'], { env: { PATH: folder } });
  const { code } = await run.ended;
  return { code, text: run.lines.join('\n') };
};

describe('setup on a machine without ffmpeg', () => {
  it('[I] names the remedy where there is no package manager', async () => {
    const { code, text } = await setup(await machineWith({}));
    expect(code).toBe(1);
    expect(text).toContain('✓ Node.js');
    expect(text).toContain('Missing: ffmpeg (reads the cameras)');
  });

  it('[I] says what it runs before it runs it, and shows the last words of a failure', async () => {
    const failing = 'echo "E: no network"; exit 100';
    const { code, text } = await setup(
      await machineWith({ 'apt-get': failing, sudo: failing, env: failing }),
    );
    expect(code).toBe(1);
    expect(text).toMatch(/→ .*apt-get install -y -q --no-install-recommends ffmpeg/);
    expect(text).toContain('E: no network');
  });

  it('[I] does not believe an installer that installed nothing', async () => {
    const { code, text } = await setup(await machineWith({ apk: 'exit 0', sudo: 'exit 0' }));
    expect(code).toBe(1);
    expect(text).toContain('Installed, and yet not usable: ffmpeg');
  });
});
