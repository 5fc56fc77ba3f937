import type { Fault } from './fault.js';
import type { Result, Results } from './result.js';

const duration = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const rowOf = ({ done, name, promised }: Fault, result: Result | undefined): string => {
  const [verdict, seen, run] =
    result === undefined
      ? ['not run', 'Not run yet.', `\`npm run chaos -- ${name}\``]
      : [
          result.isKept ? 'kept' : '**broken**',
          result.seen,
          `\`${result.command}\`, ${result.at.slice(0, 16).replace('T', ' ')} UTC, ${duration(result.seconds)}`,
        ];
  return `| ${[name, done, promised, verdict, seen, run].map(cell).join(' | ')} |`;
};

/** The page that tells how Throng stands what the world does to it. */
export const underFire = (faults: readonly Fault[], results: Results): string => {
  const machines = [...new Set(faults.flatMap(({ name }) => results[name]?.machine ?? []))];
  return `# Under fire

What was done to Throng, what it promises, and what was seen. Written by \`npm run chaos -- --write\` from
[under-fire.json](under-fire.json), never by hand: a row tells of the run that its last column names, and of
no longer one. \`npm run chaos -- --list\` tells what there is, \`--minutes\`, \`--count\` and \`--seed\` how hard.

| fault | done | promised | verdict | seen | run |
| --- | --- | --- | --- | --- | --- |
${faults.map((fault) => rowOf(fault, results[fault.name])).join('\n')}

Machine: ${machines.length === 0 ? 'none yet' : machines.join('; ')}.

**What is counted.** Every window has its number. A box writes down what it measures before it hands it to
its spool; at the end these are held against the rows of the store, window by window. *Lost* is a window
that had been on the disk of its box and is not in the store; *doubled* a row that no measurement stands for.
The boxes are the agent's own spool, outbox and publisher, with numbers in place of cameras, so that twenty
cameras fit on a small machine; Mosquitto and the server are those that ship. How and why:
[ADR 0037](adr/0037-put-under-fire-by-its-own-programs.md).
`;
};
