import { toTimestamp } from '@throng/contract';
import type Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import type { AccessStore, AccountChange, StoredAccount } from '../../access/access-store.js';
import { Account } from '../../access/account.js';

interface Row {
  readonly name: string;
  readonly role: string;
  readonly zones: string | null;
  readonly disabled: number;
  readonly source: string;
  readonly subject: string | null;
  readonly language: string | null;
  readonly password_hash: string | null;
  readonly created_at: number;
  readonly last_login_at: number | null;
}

const accountShape = Compile(Account);

/** A row that this release cannot read lets nobody in. */
const toAccount = (row: Row): StoredAccount[] => {
  const account: unknown = {
    name: row.name,
    role: row.role,
    zones: row.zones === null ? null : JSON.parse(row.zones),
    disabled: row.disabled !== 0,
    source: row.source,
    language: row.language,
    createdAt: toTimestamp(row.created_at),
    lastLoginAt: row.last_login_at === null ? null : toTimestamp(row.last_login_at),
  };
  if (!accountShape.Check(account)) return [];
  return [{ account, passwordHash: row.password_hash, subject: row.subject }];
};

const zonesText = (zones: Account['zones']): string | null =>
  zones === null ? null : JSON.stringify(zones);

type AccountTable = {
  readonly [Name in
    | 'account'
    | 'accountOf'
    | 'accounts'
    | 'addAccount'
    | 'changeAccount'
    | 'setPassword'
    | 'loggedIn'
    | 'setLanguage']: (
    ...asked: Parameters<AccessStore[Name]>
  ) => Extract<ReturnType<AccessStore[Name]>, { ok: true }>['value'];
};

export const accountTable = (database: Database.Database): AccountTable => {
  const byName = database.prepare<[string], Row>('SELECT * FROM account WHERE name = ?');
  const bySubject = database.prepare<[string], Row>('SELECT * FROM account WHERE subject = ?');
  const all = database.prepare<[], Row>('SELECT * FROM account ORDER BY name');
  const insert = database.prepare(
    `INSERT INTO account VALUES
     (@name, @role, @zones, @disabled, @source, @subject, @passwordHash, @createdAt, NULL, @language)
     ON CONFLICT DO NOTHING`,
  );
  const update = database.prepare(
    'UPDATE account SET role = @role, zones = @zones, disabled = @disabled WHERE name = @name',
  );
  const password = database.prepare('UPDATE account SET password_hash = ? WHERE name = ?');
  const endSessions = database.prepare('DELETE FROM session WHERE account = ?');
  const dropLinks = database.prepare('DELETE FROM one_time_link WHERE account = ?');
  const speak = database.prepare('UPDATE account SET language = ? WHERE name = ?');
  const login = database.prepare('UPDATE account SET last_login_at = ? WHERE name = ?');
  const first = (row: Row | undefined) => (row === undefined ? undefined : toAccount(row)[0]);
  return {
    account: (name) => first(byName.get(name)),
    accountOf: (subject) => first(bySubject.get(subject)),
    accounts: () => all.all().flatMap((row) => toAccount(row).map(({ account }) => account)),
    addAccount: ({ account, passwordHash, subject }) => {
      const { name, role, zones, source, disabled, language, createdAt } = account;
      const { changes } = insert.run({
        name,
        role,
        zones: zonesText(zones),
        disabled: Number(disabled),
        source,
        subject,
        language,
        passwordHash,
        createdAt: Date.parse(createdAt),
      });
      return changes === 1;
    },
    changeAccount: database.transaction((name: string, change: AccountChange) => {
      const before = first(byName.get(name));
      if (before === undefined) return false;
      const { role, zones, disabled } = { ...before.account, ...change };
      update.run({ name, role, zones: zonesText(zones), disabled: Number(disabled) });
      if (disabled) {
        endSessions.run(name);
        dropLinks.run(name);
      }
      return true;
    }),
    setPassword: database.transaction((name: string, hash: string) => {
      password.run(hash, name);
      endSessions.run(name);
      dropLinks.run(name);
    }),
    loggedIn: (name, at) => void login.run(at, name),
    setLanguage: (name, language) => void speak.run(language, name),
  };
};
