import { duration, timeOfDay } from './times.js';
import { wordsFor } from './words-for.js';

const faults = {
  'not-allowed': 'Your role may not do that.',
  'not-logged-in': 'You are logged out. Log in again.',
  'no-such-alert': 'That alert is over.',
  cleared: 'The alert has cleared meanwhile.',
  'too-grave': 'A critical alert is never shelved.',
  'too-many-comments': 'The alert holds 50 comments; no more fit.',
  'not-on-record': 'The record cannot be written, so nothing was done.',
  unreachable: 'The server does not answer; nothing was done.',
} as const;

/** The codes that have words of their own. */
export type LifecycleFault = keyof typeof faults;

/** The words of what people do about alerts. */
export const englishLifecycle = {
  acknowledge: 'Acknowledge',
  assignToMe: 'Take it',
  comment: 'Comment',
  send: 'Send',
  cancel: 'Cancel',
  commentLabel: 'What others should know',
  shelve: 'Shelve',
  shelveFor: (minutes: number) => duration(minutes * 60),
  unshelve: 'Off the shelf',
  acknowledged: (by: string, at: number) => `Acknowledged by ${by}, ${timeOfDay(at)}`,
  assigned: (to: string) => `With ${to}`,
  shelved: (until: number, by: string) => `Shelved until ${timeOfDay(until)} by ${by}`,
  unanswered: (times: number) =>
    times === 1 ? 'Nobody has answered' : `Nobody has answered, called out ${times} times`,
  help: (by: string, at: number) => `${by} calls for help, ${timeOfDay(at)}`,
  helped: (by: string, at: number) => `${by} called for help, ${timeOfDay(at)}`,
  said: (by: string, at: number) => `${by}, ${timeOfDay(at)}`,
  comments: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
  shelf: (count: number) => `Shelved (${count})`,
  unseen: (count: number) => `Over, not acknowledged (${count})`,
  unacknowledged: 'Not acknowledged',
  fault: (code: string) => wordsFor(faults, code) ?? 'That did not work; nothing was done.',
} as const;
