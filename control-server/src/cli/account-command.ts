import { toTimestamp } from '@throng/contract';
import { Command, Option } from 'commander';
import { Compile } from 'typebox/compile';
import type { AccountChange } from '../access/access-store.js';
import { ACCOUNT_NAME_RULE, type Account, AccountName, normalName } from '../access/account.js';
import { addAccount, changeAccount, endForErasure, resetAccount } from '../access/keep-accounts.js';
import type { MadeLink } from '../access/links.js';
import { linkAddress } from '../access/one-time-link.js';
import { ROLES, type Role } from '../access/role.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { type Answer, atDesk, type DeskOptions, withDeskOptions, zonesOf } from './at-desk.js';
import { textTable } from './text-table.js';

const nameShape = Compile(AccountName);

const roleOption = (): Option => new Option('--role <role>', 'what for').choices([...ROLES]);
const zonesOption = (): Option =>
  new Option('--zones <ids>', 'only these zones, with commas; the whole venue by default');

/** Where the server of the file is reached, as far as the file tells. */
const originOf = ({ server: { access, listen } }: LoadedVenueFile): string =>
  access.oidc === undefined
    ? `${listen.tls === undefined ? 'http' : 'https'}://${listen.host}:${listen.port}`
    : new URL(access.oidc.redirectUri).origin;

const linkAnswer = (
  name: string,
  file: LoadedVenueFile,
  { secret, expiresAt }: MadeLink,
): Answer => {
  const link = linkAddress(originOf(file), secret);
  const until = toTimestamp(expiresAt);
  const text = `"${name}" sets a password by this link. It works once, until ${until}:\n  ${link}`;
  return { ok: true, value: { name, link, expiresAt: until }, text };
};

const accountRow = ({ name, role, zones, disabled, source, lastLoginAt }: Account): string[] => [
  name,
  role,
  zones?.join(',') ?? 'whole venue',
  disabled ? 'disabled' : source,
  lastLoginAt ?? 'never',
];

const change = (options: DeskOptions, typed: string, asked: AccountChange, did: string) =>
  atDesk(options, async (desk) => {
    const name = normalName(typed);
    const changed = await changeAccount(desk, name, asked, desk.actor);
    if (!changed.ok) return changed;
    return { ok: true, value: { name, ...asked }, text: `"${name}" ${did}.` };
  });

/** `throng-server account add|list|role|disable|enable|reset` */
export const accountCommand = (): Command => {
  const account = new Command('account').description(
    'who has an account; a running server follows',
  );
  withDeskOptions(account.command('add <name>'))
    .description('add an account and print the link by which its owner sets a password')
    .addOption(roleOption().makeOptionMandatory())
    .addOption(zonesOption())
    .action((typed: string, options: DeskOptions & { role: Role; zones?: string }) =>
      atDesk(options, async (desk, file) => {
        const name = normalName(typed);
        if (!nameShape.Check(name)) {
          const message = `"${typed}": ${ACCOUNT_NAME_RULE}`;
          return { ok: false, code: 'name', message };
        }
        const zones = zonesOf(options.zones);
        const added = await addAccount(desk, { name, role: options.role, zones }, desk.actor);
        return added.ok ? linkAnswer(name, file, added.value) : added;
      }),
    );
  withDeskOptions(account.command('list'))
    .description('all accounts')
    .action((options: DeskOptions) =>
      atDesk(options, async ({ store }) => {
        const accounts = store.accounts();
        if (!accounts.ok) return accounts;
        const rows = accounts.value.map(accountRow);
        const text = textTable([['name', 'role', 'zones', 'state', 'last log-in'], ...rows]);
        return { ok: true, value: accounts.value, text };
      }),
    );
  withDeskOptions(account.command('role <name>'))
    .description('give an account another role, or other zones; its open pages follow')
    .addOption(roleOption().makeOptionMandatory())
    .addOption(zonesOption())
    .action((name: string, options: DeskOptions & { role: Role; zones?: string }) => {
      const zones = zonesOf(options.zones);
      const where = zones === null ? 'the whole venue' : zones.join(', ');
      return change(options, name, { role: options.role, zones }, `is ${options.role} of ${where}`);
    });
  withDeskOptions(account.command('disable <name>'))
    .description('let nobody in by this account; its sessions end')
    .action((name: string, options: DeskOptions) =>
      change(options, name, { disabled: true }, 'is disabled, its sessions have ended'),
    );
  withDeskOptions(account.command('enable <name>'))
    .description('let the owner in again')
    .action((name: string, options: DeskOptions) =>
      change(options, name, { disabled: false }, 'is enabled'),
    );
  withDeskOptions(account.command('erase <name>'))
    .description('forget an account: its name gives way to a pseudonym everywhere, the record too')
    .addHelpText(
      'after',
      '\nThe audit log can still be verified: what was changed in it, and when, is on record. Comments keep\ntheir text. Backups made before still hold the name, and alerts that stand until the server restarts.',
    )
    .action((typed: string, options: DeskOptions) =>
      atDesk(options, async (desk, file) => {
        const name = normalName(typed);
        const ended = await endForErasure(desk, name, desk.actor);
        if (!ended.ok) return ended;
        if (file.postgres !== undefined) {
          // First, since it alone may be out of reach: asked again, the erasure goes on from here.
          const { forgetInDatabase } = await import('../main/forget-in-database.js');
          const { postgres, venue } = file;
          const forgotten = await forgetInDatabase(postgres, venue.id, name, ended.value);
          if (!forgotten.ok) return forgotten;
        }
        const erased = desk.audit.eraseName(name, {
          ...{ at: toTimestamp(desk.clock.now()), actor: desk.actor.name, role: desk.actor.role },
          ...{ action: 'account-erased', subject: ended.value, outcome: 'done' },
          ...{ details: {}, versions: {} },
        });
        if (!erased.ok) return erased;
        const { records } = erased.value;
        const text = `"${name}" is forgotten: ${ended.value} stands in its place, in ${records} records too.`;
        return { ok: true, value: { pseudonym: ended.value, records }, text };
      }),
    );
  withDeskOptions(account.command('reset <name>'))
    .description('print a link by which the owner sets a new password')
    .action((typed: string, options: DeskOptions) =>
      atDesk(options, async (desk, file) => {
        const name = normalName(typed);
        const reset = await resetAccount(desk, name, desk.actor);
        return reset.ok ? linkAnswer(name, file, reset.value) : reset;
      }),
    );
  return account;
};
