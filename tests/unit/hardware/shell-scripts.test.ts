import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWith, toolPath } from '../../support/system-tools.js';

const HARDWARE = fileURLToPath(new URL('../../../hardware/', import.meta.url));

describeWith(['shellcheck'], '[U] shell scripts', () => {
  it.each(['install.sh', 'mosquitto/take-revocations.sh', 'try-arm64.sh'])(
    '%s and its parts have no fault that ShellCheck knows',
    (script) => {
      const args = ['--external-sources', '--check-sourced', script];
      const { stdout } = spawnSync(toolPath('shellcheck'), args, {
        cwd: HARDWARE,
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
    },
  );
});
