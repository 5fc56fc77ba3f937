import { Command } from 'commander';
import { GroupMember } from '../adapters/process/group-member.js';
import { EXIT } from './exit-codes.js';

/** A second Ctrl-C does not wait for a clean end. */
const hearSignals = (members: readonly GroupMember[]): void => {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(EXIT.broken);
    closing = true;
    for (const member of members) member.end();
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
};

/** `throng-server group FILE…` */
export const groupCommand = (): Command =>
  new Command('group')
    .description('run a server for each of several venues, and start again whichever ends')
    .argument('<files...>', 'venue files, a server each, with ports of their own')
    .addHelpText('after', '\nExample:\n  throng-server group venues/arena.yml venues/park.yml')
    .action(async (files: string[]) => {
      const members = files.map(
        (file) => new GroupMember(file, (line) => console.log(`${file}: ${line}`)),
      );
      hearSignals(members);
      await Promise.all(members.map((member) => member.ended));
    });
