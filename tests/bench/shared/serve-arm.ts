import { createInterface } from 'node:readline';

/** The far side of `arm.ts`: answers each line with one line of JSON, after a first one when ready. */
export const serveArm = async (answer: (words: readonly string[]) => Promise<object>) => {
  const say = (value: object): void => {
    process.stdout.write(`${JSON.stringify(value)}\n`);
  };
  say({ ready: true });
  for await (const line of createInterface({ input: process.stdin })) {
    say(await answer(line.split(' ')));
  }
  process.exit(0);
};
