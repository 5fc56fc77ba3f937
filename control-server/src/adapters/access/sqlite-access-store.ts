import type { AccessStore } from '../../access/access-store.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';
import { accountTable } from './account-table.js';
import { sessionTable } from './session-table.js';
import { tokenTable } from './token-table.js';

/**
 * Opens accounts, sessions, links and tokens in the store's file, over a connection of its own.
 *
 * @throws when the file cannot be opened.
 */
export const openAccessStore = (file: string): AccessStore => {
  const database = openDatabase(file);
  const accounts = accountTable(database);
  const sessions = sessionTable(database);
  const tokens = tokenTable(database);
  return {
    account: (name) => attempt(database, () => accounts.account(name)),
    accountOf: (subject) => attempt(database, () => accounts.accountOf(subject)),
    accounts: () => attempt(database, () => accounts.accounts()),
    addAccount: (account) => attempt(database, () => accounts.addAccount(account)),
    changeAccount: (name, change) => attempt(database, () => accounts.changeAccount(name, change)),
    setPassword: (name, hash) => attempt(database, () => accounts.setPassword(name, hash)),
    loggedIn: (name, at) => attempt(database, () => accounts.loggedIn(name, at)),
    setLanguage: (name, language) => attempt(database, () => accounts.setLanguage(name, language)),
    addSession: (session) => attempt(database, () => sessions.addSession(session)),
    session: (hash) => attempt(database, () => sessions.session(hash)),
    touchSession: (hash, at) => attempt(database, () => sessions.touchSession(hash, at)),
    endSession: (hash) => attempt(database, () => sessions.endSession(hash)),
    endSessions: (account) => attempt(database, () => sessions.endSessions(account)),
    addLink: (link) => attempt(database, () => sessions.addLink(link)),
    link: (hash) => attempt(database, () => sessions.link(hash)),
    takeLink: (hash) => attempt(database, () => sessions.takeLink(hash)),
    addToken: (token) => attempt(database, () => tokens.addToken(token)),
    token: (id) => attempt(database, () => tokens.token(id)),
    tokens: () => attempt(database, () => tokens.tokens()),
    touchToken: (id, at) => attempt(database, () => tokens.touchToken(id, at)),
    revokeToken: (id, at) => attempt(database, () => tokens.revokeToken(id, at)),
    sweep: (before) => attempt(database, () => sessions.sweep(before)),
    close: () => database.close(),
  };
};
