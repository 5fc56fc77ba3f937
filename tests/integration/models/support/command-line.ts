import { vi } from 'vitest';
import { runProgram } from '../../../../models/src/cli/program.js';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `throng-models` with these words, in this process. */
export const throngModels = async (...words: readonly string[]): Promise<Said> => {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += text;
      return true;
    }),
  );
  try {
    return { code: await runProgram(words), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};
