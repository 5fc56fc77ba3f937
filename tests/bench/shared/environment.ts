import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

/** What figures of speed depend on. */
export const environment = () => ({
  at: new Date().toISOString(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  /** Programs that wanted a core over the last minute: above 0 others were busy too. */
  load: Number((loadavg()[0] ?? 0).toFixed(2)),
});

/** A program's first line about itself; undefined where it is not installed. */
export const versionOf = (command: string, args: readonly string[]): string | undefined => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')[0]
      ?.trim();
  } catch {
    return undefined;
  }
};
