import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram } from '../world/programs.js';
import { undoAtEnd } from '../world/undo.js';
import { until } from '../world/until.js';

/** What a line does to the frames on it. */
export interface Weather {
  /** Share of frames that are lost. */
  readonly loss: number;
  readonly delayMs: number;
  /** Up to so much more, each frame anew: they overtake each other. */
  readonly jitterMs: number;
  /** 0: no limit. */
  readonly kilobitsPerSecond: number;
  readonly isCut: boolean;
}

export const FAIR: Weather = {
  ...{ loss: 0, delayMs: 0, jitterMs: 0, kilobitsPerSecond: 0, isCut: false },
};

/** A network namespace at the end of a line that can be made bad. */
export interface FarEnd {
  /** Address of this machine as the far end sees it, and of the far end. */
  readonly here: string;
  readonly there: string;
  /** What a command is put behind to run there. */
  readonly prefix: readonly string[];
  set(weather: Weather): void;
  close(): void | Promise<void>;
}

const LINK = fileURLToPath(new URL('../../../tests/chaos/network/link.py', import.meta.url));
/** The test network of RFC 2544, so that no network of a house is hidden. */
const subnet = (line: number): string => `198.18.${line}`;

const ip = (...words: string[]): void => {
  execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** Makes line number `line`: this machine – a program that passes frames on – a namespace. @throws without the right to. */
export const openFarEnd = async (line: number): Promise<FarEnd> => {
  const name = `throng-${process.pid}-${line}`;
  const [near, nearPort, far, farPort] = ['n', 'p', 'f', 'q'].map(
    (end) => `th${end}${process.pid % 100_000}${line}`,
  );
  const [here, there] = [`${subnet(line)}.1`, `${subnet(line)}.2`];
  let passing: Program | undefined;
  const close = undoAtEnd(async () => {
    await passing?.kill();
    for (const words of [
      ['netns', 'del', name],
      ['link', 'del', near ?? ''],
      ['link', 'del', farPort ?? ''],
    ]) {
      try {
        ip(...words);
      } catch {
        // it was never made, or went with its other end
      }
    }
  });
  const inside = (...words: string[]) => ip('-n', name, ...words);
  try {
    ip('netns', 'add', name);
    ip('link', 'add', near ?? '', 'type', 'veth', 'peer', 'name', nearPort ?? '');
    ip('link', 'add', far ?? '', 'netns', name, 'type', 'veth', 'peer', 'name', farPort ?? '');
    ip('address', 'add', `${here}/24`, 'dev', near ?? '');
    inside('address', 'add', `${there}/24`, 'dev', far ?? '');
    for (const port of [near, nearPort, farPort]) ip('link', 'set', port ?? '', 'up');
    inside('link', 'set', far ?? '', 'up');
    inside('link', 'set', 'lo', 'up');
  } catch (cause) {
    await close();
    const why = cause instanceof Error ? cause.message.split('\n').slice(0, 2).join(' ') : '';
    throw new Error(
      `no network namespace can be made (run it as root, on Linux, with iproute2): ${why}`,
    );
  }
  const program = startProgram(['python3', LINK, nearPort ?? '', farPort ?? '']);
  passing = program;
  await until('the line to be open', 20_000, () => {
    if (!program.isRunning()) throw new Error(`the line does not open: ${program.said()}`);
    return program.said().includes('ready') || undefined;
  });
  return {
    ...{ here, there, close },
    prefix: ['ip', 'netns', 'exec', name],
    set: (weather) => program.tell(JSON.stringify(weather)),
  };
};
