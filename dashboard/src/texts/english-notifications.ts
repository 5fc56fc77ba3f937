import type { Catalogue } from './catalogue.js';
import { deliveryFault } from './delivery-fault.js';
import { englishFaults } from './english-faults.js';
import { moment } from './times.js';

const FAULTS: Readonly<Record<string, string>> = {
  'private-address': 'its address is private; allow it in the settings (allowedNetworks)',
  'not-encrypted': 'its address is not https',
  timeout: 'no answer within 10 s',
  'logged-out': 'its owner has logged out',
  'queue-full': 'too many waited',
  econnrefused: 'nobody listens there',
  enotfound: 'no such host',
  eauth: 'user or password is wrong',
  network: 'the network failed',
  econnreset: 'the other side broke off',
  etimedout: 'no answer in time',
  esocket: 'the other side broke off',
  econnection: 'no connection to the mail server',
  edns: 'no such host',
  'bad-key': 'the phone gave a key that cannot be used',
  'no-such-channel': 'the channel is no longer set up',
  unreachable: 'the server does not answer',
  unreadable: 'the server’s answer makes no sense',
  'bad-request': 'the channel is no longer set up',
  'not-allowed': 'you are not allowed to',
  'too-many-requests': 'too many tests; wait a minute',
};

const why = (code: string): string =>
  deliveryFault(FAULTS, (status) => `the other side answered ${status}`, code);

/** The words of the page on which notifications are set. */
export const englishNotifications = {
  heading: 'Notifications',
  hint: 'Who is told of which alerts, and by which way. Numbers of places only: no names, no pictures.',
  phones: 'Stewards open this on their phones, log in and say yes to being called:',
  channels: 'Channels',
  channelsNote: 'Channels and their secrets stand in the venue file.',
  kind: {
    push: 'Web Push',
    email: 'E-mail',
    webhook: 'Webhook, signed',
    slack: 'Slack',
    teams: 'Teams',
  },
  subscriptions: (count: number) => (count === 1 ? '1 browser' : `${count} browsers`),
  never: 'Nothing sent yet',
  sent: (at: number) => `Sent ${moment(at)}`,
  failed: (at: number, code: string) => `Failed ${moment(at)}: ${why(code)}`,
  test: 'Send a test',
  testOf: (channel: string) => `Send a test by ${channel}`,
  testPhone: 'Tested on each phone',
  tested: 'The test was sent.',
  notTested: (code: string) => `The test failed: ${why(code)}.`,
  rules: 'Rules',
  table: 'Rules as a table',
  rulesFrom: {
    file: 'As in the venue file.',
    page: (by: string, at: number) => `Set here by ${by}, ${moment(at)}.`,
  },
  columns: {
    id: 'Rule',
    channel: 'Channel',
    who: 'Who',
    what: 'From',
    where: 'Zones',
    phases: 'Phases',
    quiet: 'Quiet hours',
    cooldown: 'Pause (s)',
    step: 'After calls',
    cleared: 'End too',
  },
  everywhere: 'All',
  everyone: 'All',
  categories: { crowd: 'Crowd', system: 'Equipment' },
  quietFrom: 'Quiet from',
  quietTo: 'Quiet to',
  list: 'separated by commas',
  explain:
    'Critical alerts, calls for help and what nobody answers pass through quiet hours and pauses. “After calls” 1 is told only when nobody has answered once.',
  add: 'Add a rule',
  remove: (rule: string) => `Remove rule ${rule}`,
  removeShort: 'Remove',
  save: 'Save the rules',
  reset: 'Back to the venue file',
  saved: 'Saved.',
  fault: englishFaults,
  refused: 'Not saved:',
  notDone: 'Not saved: the server did not take it. Try again.',
  role: { viewer: 'Viewer', operator: 'Operator', engineer: 'Engineer', admin: 'Admin' },
  unavailable: 'The server does not answer. Try again.',
  notAllowed: 'That is for engineers and admins who see the whole venue.',
} as const;

/** What a language must say on the page on which notifications are set. */
export type NotificationTexts = Catalogue<typeof englishNotifications>;
