import { vi } from 'vitest';
import { runProgram } from '../../../../edge-agent/src/cli/program.js';

/** Runs a command line of the agent in this process: its exit code and what it wrote. */
export const command = async (
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
  let [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  const code = await runProgram(args);
  vi.restoreAllMocks();
  return { code, out, err };
};
