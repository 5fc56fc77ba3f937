import { toTimestamp } from '@throng/contract';
import type Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import type { StoredToken } from '../../access/access-store.js';
import { ApiToken } from '../../access/api-token.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly zones: string | null;
  readonly created_by: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly last_used_at: number | null;
  readonly revoked_at: number | null;
  readonly secret_hash: string;
}

const tokenShape = Compile(ApiToken);
const orNull = (at: number | null): string | null => (at === null ? null : toTimestamp(at));

/** A row that this release cannot read lets nobody in. */
const toToken = (row: Row): StoredToken[] => {
  const token: unknown = {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes),
    zones: row.zones === null ? null : JSON.parse(row.zones),
    createdBy: row.created_by,
    createdAt: toTimestamp(row.created_at),
    expiresAt: toTimestamp(row.expires_at),
    lastUsedAt: orNull(row.last_used_at),
    revokedAt: orNull(row.revoked_at),
  };
  return tokenShape.Check(token) ? [{ token, secretHash: row.secret_hash }] : [];
};

export const tokenTable = (database: Database.Database) => {
  const insert = database.prepare(
    `INSERT INTO api_token VALUES
     (@id, @name, @scopes, @zones, @createdBy, @createdAt, @expiresAt, NULL, NULL, @secretHash)
     ON CONFLICT DO NOTHING`,
  );
  const find = database.prepare<[string], Row>('SELECT * FROM api_token WHERE id = ?');
  const all = database.prepare<[], Row>('SELECT * FROM api_token ORDER BY created_at, id');
  const touch = database.prepare('UPDATE api_token SET last_used_at = ? WHERE id = ?');
  const revoke = database.prepare(
    'UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  );
  return {
    addToken: ({ token, secretHash }: StoredToken): boolean => {
      const { id, name, scopes, zones, createdBy, createdAt, expiresAt } = token;
      const { changes } = insert.run({
        id,
        name,
        scopes: JSON.stringify(scopes),
        zones: zones === null ? null : JSON.stringify(zones),
        createdBy,
        createdAt: Date.parse(createdAt),
        expiresAt: Date.parse(expiresAt),
        secretHash,
      });
      return changes === 1;
    },
    token: (id: string) => {
      const row = find.get(id);
      return row === undefined ? undefined : toToken(row)[0];
    },
    tokens: () => all.all().flatMap((row) => toToken(row).map(({ token }) => token)),
    touchToken: (id: string, at: number) => void touch.run(at, id),
    revokeToken: (id: string, at: number) => revoke.run(at, id).changes === 1,
  };
};
