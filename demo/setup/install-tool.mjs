import { createInterface } from 'node:readline/promises';
import { run } from './commands.mjs';
import { installCommands, packageManager } from './package-managers.mjs';
import { announce } from './steps.mjs';

/** Whether the user lets us: asked only where there is a terminal to answer and nobody said yes before. */
const agreed = async ({ yes }) => {
  if (yes || process.env.CI === 'true' || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question('  Run this? [Y/n] ');
    return /^(y|yes)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
};

const inWords = (command) => command.join(' ');

/**
 * Installs what is missing of `tools` in one go with the system's package manager. Says exactly
 * what it runs first; throws with the command to type where it may not or cannot.
 */
export const installTools = async (tools, options) => {
  const needs = tools.map(({ name, why }) => `${name} (${why})`).join(', ');
  const manager = packageManager();
  if (manager === undefined) {
    throw new Error(`Missing: ${needs}. No package manager that we know of is here; install it.`);
  }
  const commands = installCommands(
    manager,
    tools.flatMap((tool) => tool.packages[manager.name]),
  );
  announce(`Missing: ${needs}. To install:`);
  for (const command of commands) announce(`  ${inWords(command)}`);
  if (!(await agreed(options))) {
    throw new Error(
      `Not installed. Run it yourself, then this again:\n  ${commands.map(inWords).join('\n  ')}`,
    );
  }
  for (const [command, ...args] of commands) await run(command, args, { terminal: true });
  const missing = tools.filter((tool) => tool.find() === undefined).map((tool) => tool.name);
  if (missing.length > 0) throw new Error(`Installed, and yet not usable: ${missing.join(', ')}.`);
};
