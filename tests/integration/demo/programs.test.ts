import { describe, expect, it, onTestFinished } from 'vitest';
import { Programs } from '../../../demo/src/processes.js';
import { eventually } from '../../support/eventually.js';

const runsUntilStopped = 'setInterval(() => {}, 1000); console.log("up");';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const open = (): Programs => {
  const programs = new Programs();
  onTestFinished(() => programs.stopAll());
  return programs;
};

describe('the programs of a run', () => {
  it('[I] end with their own children, even those that ignore the request', async () => {
    const programs = open();
    const parent = programs.start(
      'a parent',
      process.execPath,
      [
        '-e',
        `const { spawn } = require('node:child_process');
         const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); console.log("child"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] });
         child.stdout.once('data', () => console.log(child.pid));
         process.on('SIGTERM', () => process.exit(0));`,
      ],
      process.cwd(),
    );
    let grandchild = 0;
    parent.onLine((line) => {
      grandchild = Number(line);
    });
    await eventually('the grandchild', () => grandchild || undefined);
    expect(isAlive(grandchild)).toBe(true);
    await programs.stopAll();
    await eventually('its end', () => !isAlive(grandchild) || undefined);
  });

  it('[I] report the first that dies unasked, with its last lines', async () => {
    const programs = open();
    programs.start('a steady one', process.execPath, ['-e', runsUntilStopped], process.cwd());
    programs.start(
      'an unlucky one',
      process.execPath,
      ['-e', 'console.error("no such model"); process.exitCode = 3'],
      process.cwd(),
    );
    expect(await programs.firstCasualty).toEqual({
      name: 'an unlucky one',
      how: 'ended with code 3',
      lastLines: ['no such model'],
    });
  });

  it('[I] report one that cannot be started at all', async () => {
    const programs = open();
    programs.start('a missing one', '/nonexistent/program', [], process.cwd());
    expect(await programs.firstCasualty).toMatchObject({
      name: 'a missing one',
      how: expect.stringContaining('ENOENT'),
    });
  });

  it('[I] report nobody who was stopped on purpose', async () => {
    const programs = open();
    const up = new Promise<void>((resolve) => {
      const program = programs.start('one', process.execPath, ['-e', runsUntilStopped], '.');
      program.onLine(() => resolve());
    });
    await up;
    let casualties = 0;
    programs.firstCasualty.then(() => {
      casualties += 1;
    });
    await programs.stopAll();
    expect(casualties).toBe(0);
  });
});
