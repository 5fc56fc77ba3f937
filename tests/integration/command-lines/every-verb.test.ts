import { describe, expect, it, vi } from 'vitest';
import { createProgram } from '../../../control-server/src/cli/program.js';
import { runProgram as runEdge } from '../../../edge-agent/src/cli/program.js';
import { runProgram as runModels } from '../../../models/src/cli/program.js';

class Exit extends Error {
  constructor(readonly code: unknown) {
    super(`ended with ${String(code)}`);
  }
}

/** The server's program ends the process itself where it is used wrongly. */
const runServer = async (words: readonly string[]): Promise<unknown> => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Exit(code);
  });
  try {
    await (await createProgram(words[0])).parseAsync([...words], { from: 'user' });
    return process.exitCode ?? 0;
  } catch (error) {
    if (error instanceof Exit) return error.code;
    throw error;
  } finally {
    exit.mockRestore();
  }
};

const PROGRAMS = {
  'throng-server': runServer,
  'throng-edge': runEdge,
  'throng-models': runModels,
} as const;

type Name = keyof typeof PROGRAMS;

/** Runs a command line in this process: what it ends with, and what it says. */
const say = async (name: Name, ...words: readonly string[]) => {
  const said = { out: '', err: '' };
  const listen = (stream: keyof typeof said, end: string) => (text: unknown) => {
    said[stream] += `${String(text)}${end}`;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(listen('out', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(listen('err', '')),
    vi.spyOn(console, 'log').mockImplementation(listen('out', '\n')),
    vi.spyOn(console, 'error').mockImplementation(listen('err', '\n')),
  ];
  try {
    return { code: await PROGRAMS[name](words), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

const verbsIn = (help: string): string[] =>
  [.../** after */ (help.split('\nCommands:\n')[1]?.matchAll(/^ {2}([a-z][a-z-]*)/gm) ?? [])]
    .flatMap(([, verb]) => verb ?? [])
    .filter((verb) => verb !== 'help');

/** Every verb, those within others too, as its help names them. */
const verbsOf = async (name: Name): Promise<string[][]> => {
  const found: string[][] = [];
  const look = async (path: readonly string[]): Promise<void> => {
    const { out } = await say(name, ...path, '--help');
    for (const verb of verbsIn(out.split('\nExample')[0] ?? '')) {
      found.push([...path, verb]);
      await look([...path, verb]);
    }
  };
  await look([]);
  return found;
};

describe.each(Object.keys(PROGRAMS) as Name[])('[I] %s', async (name) => {
  const verbs = await verbsOf(name);
  const hint = `Run ${name} --help for the commands.`;

  it('has verbs, and each is met here', () => {
    expect(verbs.length).toBeGreaterThan(5);
    expect(verbs).toContainEqual(['version']);
  });

  it.each(verbs.map((path) => path.join(' ')))('%s helps, with examples: 0', async (path) => {
    const { code, err, out } = await say(name, ...path.split(' '), '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage: ${name} ${path}[ \\n]`));
    expect(out).toMatch(new RegExp(`\\nExamples?:\\n  ([A-Z_=0-9]+ )?${name} `));
    // What stands as an example is at least a verb of this program.
    for (const [, line = ''] of out.matchAll(new RegExp(`^  ${name} (.*)$`, 'gm'))) {
      expect(verbs.map((verb) => verb.join(' ')).some((verb) => line.startsWith(verb))).toBe(true);
    }
  });

  it.each(verbs.map((path) => path.join(' ')))(
    '%s refuses what it does not know: 2',
    async (path) => {
      const { code, err, out } = await say(name, ...path.split(' '), '--no-such-option');
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^error: /);
      expect(err.trimEnd().split('\n').at(-1)).toBe(hint);
    },
  );

  it('knows its exit codes, its version by option and by verb, and what was meant', async () => {
    expect((await say(name, '--help')).out).toContain(
      'Exit codes: 0 all is well, 1 something must be mended, 2 wrong usage',
    );
    const version = new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(Node ${process.version}\\)\n$`);
    for (const words of [['--version'], ['-V'], ['version']]) {
      expect(await say(name, ...words)).toMatchObject({
        ...{ code: 0, err: '', out: expect.stringMatching(version) },
      });
    }
    expect(JSON.parse((await say(name, 'version', '--json')).out)).toMatchObject({
      version: expect.any(String),
    });
    const typo = await say(name, 'versoin');
    expect(typo).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean version?') });
    expect(typo.err).toContain(hint);
    expect((await say(name)).code).toBe(2);
  });
});
