import { findOnPath } from './commands.mjs';

/** How each system installs; the first one present is used. The key names its column in tools.mjs. */
const MANAGERS = {
  apt: {
    command: 'apt-get',
    before: [['apt-get', 'update', '-q']],
    install: ['apt-get', 'install', '-y', '-q', '--no-install-recommends'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  },
  dnf: { command: 'dnf', install: ['dnf', 'install', '-y', '--setopt=install_weak_deps=False'] },
  apk: { command: 'apk', install: ['apk', 'add', '--no-cache'] },
  pacman: { command: 'pacman', install: ['pacman', '-S', '--needed', '--noconfirm'] },
  brew: { command: 'brew', install: ['brew', 'install'], asUser: true },
};

/** The system's package manager as `{ name, command, before, install, env, asUser }`, or undefined. */
export const packageManager = () => {
  for (const [name, manager] of Object.entries(MANAGERS)) {
    if (findOnPath(manager.command)) return { name, before: [], env: {}, ...manager };
  }
  return undefined;
};

/**
 * The exact commands that install `packages`. Anyone but root needs sudo, save with
 * Homebrew, which refuses it; with no terminal to ask for a password sudo must not wait for one.
 */
export const installCommands = (
  manager,
  packages,
  { root = process.getuid?.() === 0, terminal = process.stdin.isTTY === true } = {},
) => {
  const sudo = root || manager.asUser ? [] : terminal ? ['sudo'] : ['sudo', '-n'];
  const variables = Object.entries(manager.env).map(([key, value]) => `${key}=${value}`);
  const prefix = variables.length === 0 ? sudo : [...sudo, 'env', ...variables];
  return [...manager.before, [...manager.install, ...packages]].map((command) => [
    ...prefix,
    ...command,
  ]);
};
