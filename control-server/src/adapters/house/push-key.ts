import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openVapidKeys } from '../notifications/vapid-keys.js';

/** Every browser that is told by push is bound to one key: it goes with the house, from owner to owner. */
export const PUSH_KEY_TABLE = `
CREATE TABLE IF NOT EXISTS house_secret (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT`;

const NAME = 'push-key';

/** Lays the house's key where the server looks for it; the first owner makes it. */
export const layPushKey = async (database: Database.Database, file: string): Promise<void> => {
  const kept = database
    .prepare<[string], { text: string }>('SELECT text FROM house_secret WHERE name = ?')
    .get(NAME);
  if (kept !== undefined) {
    if (existsSync(file) && readFileSync(file, 'utf8') === kept.text) return;
    writeFileSync(file, kept.text, { mode: 0o600 });
    return;
  }
  await openVapidKeys(file);
  database.prepare('INSERT INTO house_secret VALUES (?, ?)').run(NAME, readFileSync(file, 'utf8'));
};
