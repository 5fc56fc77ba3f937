import { persons } from './numbers.js';
import { duration, moment } from './times.js';
import { wordsFor } from './words-for.js';

/** Why the server refused, by its code. */
const refusals = {
  wrong: 'Name or password is wrong.',
  busy: 'Many people log in at this moment. Try again.',
  link: 'This link was used, replaced or has run out. Ask for a new one.',
  name: 'A name has 1 to 64 letters, digits and . _ @ + -',
  'too-short': 'The password needs at least 12 characters.',
  'too-long': 'The password has more than 200 characters.',
  'too-simple': 'The password needs at least 5 different characters.',
  'holds-name': 'The password must not hold the name.',
  taken: 'There is an account of that name already.',
  disabled: 'This account is disabled. Ask an admin.',
  'last-admin': 'That is the last admin. Make another one first.',
  'no-role': 'None of your groups has a role here. Ask an admin.',
  provider: 'The single sign-on did not work. Try again, or ask an admin.',
  expired: 'That took too long. Log in again.',
  zones: 'An admin is of the whole venue; other roles need zones that exist.',
  source: 'This account logs in elsewhere; its password is kept there.',
  unreachable: 'The server does not answer. Check the network.',
  'open-access':
    'This server is open to its own machine only, where nobody logs in. Open it there, as http://127.0.0.1.',
  'not-allowed': 'Your role may not do that.',
} as const;

/** The codes of refusals that have words of their own. */
export type Refusal = keyof typeof refusals;

const roleNames = {
  viewer: 'Viewer',
  operator: 'Operator',
  engineer: 'Engineer',
  admin: 'Admin',
  token: 'Token',
} as const;

export type RoleName = keyof typeof roleNames;

/** What is said of logging in, of accounts and of the audit log. */
export const englishAccess = {
  logIn: {
    title: (venue: string) => `Log in · ${venue}`,
    heading: 'Log in',
    name: 'Name',
    password: 'Password',
    newPassword: 'New password',
    passwordRule: 'At least 12 characters. A few words are good.',
    show: 'Show the password',
    submit: 'Log in',
    or: 'or',
    wait: (seconds: number) => `Too many failed attempts. Try again in ${duration(seconds)}.`,
    waiting: 'Looking',
    first: 'Make the first account',
    firstNote: 'Nobody has an account yet. This one is an admin: it makes the others.',
    setPassword: (name: string) => `A password for ${name}`,
    save: 'Save and log in',
    forgotten: 'Password forgotten? An admin can send you a new link.',
  },
  who: {
    open: 'Open access: this machine only',
    openNote: 'Everybody at this machine may do everything, and nobody else can connect.',
    menu: (name: string, role: string) => `${name}, ${role}: account menu`,
    zones: 'Zones',
    wholeVenue: 'Whole venue',
    ends: 'Session ends',
    logOut: 'Log out',
    everywhere: 'Log out everywhere',
    manage: 'Accounts and audit log',
  },
  role: (role: string) => wordsFor(roleNames, role) ?? role,
  refused: (code: string) => wordsFor(refusals, code) ?? `That did not work (${code}).`,
  at: moment,
  accounts: {
    heading: 'Accounts',
    account: 'Account',
    roleHeading: 'Role',
    state: 'State',
    lastLogIn: 'Last log-in',
    never: 'never',
    active: 'active',
    disabled: 'disabled',
    elsewhere: 'single sign-on',
    add: 'Add account',
    disable: 'Disable',
    enable: 'Enable',
    reset: 'New link',
    zonesNote: 'None chosen: the whole venue.',
    disableNamed: (name: string) => `Disable ${name}`,
    enableNamed: (name: string) => `Enable ${name}`,
    resetNamed: (name: string) => `New link for ${name}`,
    roleOf: (name: string) => `Role of ${name}`,
    zonesOf: (name: string) => `Zones of ${name}`,
    save: 'Save',
    link: (name: string, at: number) =>
      `Give this link to ${name}. It works once, until ${moment(at)}:`,
    copy: 'Copy',
    copied: 'Copied',
  },
  audit: {
    heading: 'Audit log',
    note: (count: number) =>
      `${persons(count)} records, each chained to the one before. Verify with: throng-server audit verify`,
    head: 'Head of the chain',
    when: 'When',
    who: 'Who',
    what: 'What',
    whom: 'To what',
    outcome: 'Outcome',
    details: 'Details',
    filterWho: 'Who',
    filterWhat: 'What',
    everything: 'Everything',
    older: 'Older',
    refresh: 'Refresh',
    none: 'No record answers to that.',
    outcomes: { done: 'done', refused: 'refused', failed: 'failed' },
  },
} as const;
