import { Command, InvalidArgumentError } from 'commander';
import { Compile } from 'typebox/compile';
import {
  type ApiToken,
  isTokenGood,
  TOKEN_DAYS,
  TOKEN_NAME_RULE,
  TokenName,
} from '../access/api-token.js';
import { addToken, revokeToken } from '../access/keep-tokens.js';
import { isPermission, PERMISSIONS, type Permission } from '../access/permissions.js';
import { systemClock } from '../adapters/system-time.js';
import { atDesk, type DeskOptions, withDeskOptions, zonesOf } from './at-desk.js';
import { textTable } from './text-table.js';

const nameShape = Compile(TokenName);

const scopesOf = (list: string): Permission[] =>
  list.split(',').map((word) => {
    const scope = word.trim();
    if (isPermission(scope)) return scope;
    throw new InvalidArgumentError(`"${scope}" is none of ${PERMISSIONS.join(', ')}.`);
  });

const daysOf = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= TOKEN_DAYS.maximum) return days;
  throw new InvalidArgumentError(`Give 1 to ${TOKEN_DAYS.maximum} days.`);
};

const stateOf = (token: ApiToken): string => {
  if (token.revokedAt !== null) return 'revoked';
  return isTokenGood(token, systemClock.now()) ? `until ${token.expiresAt}` : 'expired';
};

const tokenRow = (token: ApiToken): string[] => [
  token.id,
  token.name,
  token.scopes.join(','),
  token.zones?.join(',') ?? 'whole venue',
  stateOf(token),
  token.lastUsedAt ?? 'never used',
];

/** `throng-server token add|list|revoke` */
export const tokenCommand = (): Command => {
  const token = new Command('token').description('tokens that let programs in');
  withDeskOptions(token.command('add <name>'))
    .description('make a token and print it, this once')
    .requiredOption('--scopes <words>', `what it may do: ${PERMISSIONS.join(', ')}`, scopesOf)
    .option('--zones <ids>', 'only these zones, with commas; the whole venue by default')
    .option('--days <days>', 'after which it ends', daysOf, TOKEN_DAYS.byDefault)
    .action(
      (
        name: string,
        options: DeskOptions & { scopes: Permission[]; zones?: string; days: number },
      ) =>
        atDesk(options, async (desk) => {
          if (!nameShape.Check(name)) {
            const message = `"${name}": ${TOKEN_NAME_RULE}`;
            return { ok: false, code: 'name', message };
          }
          const { scopes, days } = options;
          const wish = { name, scopes: [...new Set(scopes)], zones: zonesOf(options.zones), days };
          const made = await addToken(desk, wish, desk.actor);
          if (!made.ok) return made;
          const { secret } = made.value;
          const text = `${secret}\n\nKeep it now: it is not shown again. Send it as "Authorization: Bearer …"; it ends ${made.value.token.expiresAt}.`;
          return { ok: true, value: made.value, text };
        }),
    );
  withDeskOptions(token.command('list'))
    .description('all tokens, without their secrets')
    .action((options: DeskOptions) =>
      atDesk(options, async ({ store }) => {
        const tokens = store.tokens();
        if (!tokens.ok) return tokens;
        const head = ['id', 'name', 'scopes', 'zones', 'state', 'last used'];
        const text = textTable([head, ...tokens.value.map(tokenRow)]);
        return { ok: true, value: tokens.value, text };
      }),
    );
  withDeskOptions(token.command('revoke <id>'))
    .description('let nobody in by this token any more')
    .action((id: string, options: DeskOptions) =>
      atDesk(options, async (desk) => {
        const revoked = await revokeToken(desk, id, desk.actor);
        return revoked.ok ? { ok: true, value: { id }, text: `Token ${id} is revoked.` } : revoked;
      }),
    );
  return token;
};
