import { vi } from 'vitest';
import { createProgram } from '../../../../control-server/src/cli/program.js';

/** Runs a command of the server in this process: its exit code and what it said. */
export const command = async (...words: string[]) => {
  const said = { out: '', err: '' };
  const listen = (stream: keyof typeof said) => (text: unknown) => {
    said[stream] += `${String(text)}\n`;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(listen('out')),
    vi.spyOn(console, 'error').mockImplementation(listen('err')),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await (await createProgram(words[0])).parseAsync(words, { from: 'user' });
    return { code: process.exitCode ?? 0, out: said.out.trim(), err: said.err.trim() };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
};
