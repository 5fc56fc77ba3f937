import { wordsFor } from './words-for.js';

/** What each scope of a token lets a program do. */
const scopes: Readonly<Record<string, string>> = {
  watch: 'See the live picture',
  'see-past': 'See what was',
  'handle-alerts': 'Handle alerts',
  'stop-show': 'Stop the show',
  'count-by-hand': 'Count by hand',
  'run-what-if': 'Run what-ifs',
  'run-drill': 'Begin drills',
  'edit-venue': 'Edit the venue',
  'keep-fleet': 'Keep the fleet',
  'set-notifications': 'Set notifications',
  'read-metrics': 'Read metrics',
  'keep-accounts': 'Keep accounts and tokens',
  'read-audit': 'Read the audit log',
};

/** What is said of tokens for programs. */
export const englishTokens = {
  heading: 'API tokens',
  note: 'For programs. A token may do what its scopes say, in its zones, until it runs out.',
  none: 'No program has a token.',
  name: 'Name',
  nameRule: '1 to 48 lower-case letters, digits and . _ -',
  scopes: 'May',
  scope: (word: string) => wordsFor(scopes, word) ?? word,
  madeBy: 'Made by',
  made: (by: string, at: string) => `${by}, ${at}`,
  lastUsed: 'Last used',
  expires: 'Runs out',
  state: { heading: 'State', good: 'in force', expired: 'run out', revoked: 'revoked' },
  add: 'Make token',
  days: 'Days',
  revoke: 'Revoke',
  revokeNamed: (name: string) => `Revoke ${name}`,
  revokeNote: 'The program that holds it is let in no more. This cannot be undone.',
  secret: (name: string) => `The secret of ${name}. It is shown this once; keep it safe now:`,
  noScope: 'Choose what the program may do.',
  taken: 'There is a token of that name already. Revoke it, or choose another name.',
} as const;
