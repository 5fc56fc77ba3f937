import type Database from 'better-sqlite3';
import type { OneTimeLink } from '../../access/one-time-link.js';
import type { Session } from '../../access/session.js';

export const sessionTable = (database: Database.Database) => {
  const insert = database.prepare(
    'INSERT INTO session VALUES (@hash, @account, @createdAt, @seenAt)',
  );
  const find = database.prepare<[string], Session>(
    'SELECT hash, account, created_at AS createdAt, seen_at AS seenAt FROM session WHERE hash = ?',
  );
  const touch = database.prepare('UPDATE session SET seen_at = ? WHERE hash = ?');
  const end = database.prepare('DELETE FROM session WHERE hash = ?');
  const endAll = database.prepare('DELETE FROM session WHERE account = ?');
  const addLink = database.prepare(
    'INSERT INTO one_time_link VALUES (@hash, @account, @expiresAt)',
  );
  const dropOlder = database.prepare('DELETE FROM one_time_link WHERE account IS ?');
  const findLink = database.prepare<[string], OneTimeLink>(
    'SELECT hash, account, expires_at AS expiresAt FROM one_time_link WHERE hash = ?',
  );
  const takeLink = database.prepare('DELETE FROM one_time_link WHERE hash = ?');
  const sweepSessions = database.prepare('DELETE FROM session WHERE seen_at < ?');
  const sweepLinks = database.prepare('DELETE FROM one_time_link WHERE expires_at < ?');
  const replaceLink = database.transaction((link: OneTimeLink): void => {
    dropOlder.run(link.account);
    addLink.run(link);
  });
  return {
    addSession: (session: Session) => void insert.run(session),
    session: (hash: string) => find.get(hash),
    touchSession: (hash: string, at: number) => void touch.run(at, hash),
    endSession: (hash: string) => void end.run(hash),
    endSessions: (account: string) => void endAll.run(account),
    addLink: (link: OneTimeLink): void => replaceLink(link),
    link: (hash: string) => findLink.get(hash),
    takeLink: (hash: string) => takeLink.run(hash).changes === 1,
    sweep: ({ seen, now }: { readonly seen: number; readonly now: number }): void => {
      sweepSessions.run(seen);
      sweepLinks.run(now);
    },
  };
};
