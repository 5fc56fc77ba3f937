import type { Command } from 'commander';

/** How the verbs are typed, by their path. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  run: ['run --config edge.yml'],
  validate: ['validate --config edge.yml'],
  healthcheck: ['healthcheck --config edge.yml'],
  enroll: ['enroll https://throng.venue:8443 --code CODE --config edge.yml'],
  doctor: ['doctor --config edge.yml', 'doctor --json'],
  calibrate: [
    'calibrate --config edge.yml --camera foyer-1',
    'calibrate --config edge.yml --camera foyer-1 --pairs marks.csv --camera-height 6.2 --dry-run',
  ],
  evaluate: ['evaluate ./sequence --json', 'evaluate ./sequence --frames 133-220 --line 0,5,10,5'],
  confirm: ['confirm --config edge.yml --camera foyer-1 --by kim'],
  clicker: [
    'clicker add --config edge.yml --camera foyer-1 --zone foyer --count 42 --at now --by kim',
    'clicker fit --config edge.yml',
  ],
  'clicker add': [
    'clicker add --config edge.yml --camera foyer-1 --zone foyer --count 42 --at now --by kim',
  ],
  'clicker list': ['clicker list --config edge.yml'],
  'clicker remove': ['clicker remove 3f9c2a --config edge.yml --by kim'],
  'clicker fit': ['clicker fit --config edge.yml --json'],
  version: ['version --json'],
};

/** Adds to the help of all commands below this one how they are typed. */
export const withExamples = ({ commands }: Command, path: readonly string[] = []): void => {
  for (const command of commands) {
    const words = [...path, command.name()];
    const lines = EXAMPLES[words.join(' ')] ?? [];
    const text = lines.map((line) => `\n  throng-edge ${line}`).join('');
    command.addHelpText('after', `\nExample${lines.length === 1 ? '' : 's'}:${text}`);
    withExamples(command, words);
  }
};
