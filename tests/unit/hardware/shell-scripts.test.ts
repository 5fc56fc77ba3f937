import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWith, toolPath } from '../../support/system-tools.js';

const HARDWARE = fileURLToPath(new URL('../../../hardware/', import.meta.url));

describeWith(['shellcheck'], '[U] shell scripts', () => {
  it('install.sh and its parts have no fault that ShellCheck knows', () => {
    const args = ['--external-sources', '--check-sourced', 'install.sh'];
    const { stdout } = spawnSync(toolPath('shellcheck'), args, { cwd: HARDWARE, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});
