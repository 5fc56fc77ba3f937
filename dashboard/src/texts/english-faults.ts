import { formats } from './locale.js';
import { NO_BREAK, tenth } from './numbers.js';

const list = (names: readonly string[]): string => names.join(', ');
const number = (value: number): string => formats.limit.format(value);
const squareMetres = (value: number): string => `${tenth(value)}${NO_BREAK}m²`;

/** Why something that was drawn or set is refused, by the code of the contract (`fault-cause.ts`). */
export const englishFaults = {
  'unknown-fields': (names: readonly string[]) => `holds something unknown: ${list(names)}`,
  'missing-fields': (names: readonly string[]) => `is incomplete: ${list(names)} is missing`,
  'must-be': (wanted: string) => `must be “${wanted}”`,
  'wrong-type': {
    number: 'must be a number',
    integer: 'must be a whole number',
    string: 'must be a text',
    boolean: 'must be yes or no',
    array: 'must be a list',
    object: 'must be a group of fields',
    null: 'must be empty',
  },
  'too-small': (least: number) => `must be at least ${number(least)}`,
  'not-above': (bound: number) => `must be more than ${number(bound)}`,
  'too-large': (most: number) => `must be at most ${number(most)}`,
  'too-short': (least: number) => `is too short: at least ${number(least)} of letters and signs`,
  'too-long': (most: number) => `is too long: at most ${number(most)} letters and signs`,
  'too-few': (least: number) => `needs at least ${number(least)}`,
  'too-many': (most: number) => `may have at most ${number(most)}`,
  'repeated-entries': 'names something twice',
  'no-identifier': 'may hold small letters a to z, digits and inner hyphens, 48 at most',
  'no-timestamp': 'is no moment; set day and time',
  'does-not-fit': 'has a form that does not fit here',
  'repeated-id': (id: string) => `“${id}” is used twice; ids must differ`,
  'reserved-name': (name: string) => `“${name}” is reserved; choose another`,
  'no-zone': (id: string) => `there is no zone “${id}”; choose another`,
  'no-phase': (id: string) => `no plan has a phase “${id}”; name one that there is, or remove it`,
  'no-plan': (id: string) => `there is no plan “${id}”; choose another`,
  'no-channel': (id: string) => `there is no channel “${id}”; choose another`,
  'too-few-vertices': 'has less than three different corners; add some',
  'self-intersecting': 'crosses itself; put the corners in order round the area, each once',
  'zero-area': 'lies on one line; add a corner beside it',
  'not-finite': 'has a corner without a number',
  'small-zone': (floor: number, least: number) =>
    `measures ${squareMetres(floor)} and could single a person out; draw at least ${squareMetres(least)}`,
  overlap: (other: string, floor: number) =>
    `overlaps ${other} by ${squareMetres(floor)}; people there would count twice`,
  'bands-fall': 'must rise from watch to emergency',
  'same-place': 'leads from a place to itself; name two different ones',
  'no-line': 'has both ends at one point; draw a line across',
  'first-phase': 'must be 0: the first phase begins as the doors open',
  'phase-order': (before: string, minute: number) =>
    `must come after “${before}” (minute ${number(minute)})`,
  'end-order': (before: string, minute: number) =>
    `must come after the last phase, “${before}” (minute ${number(minute)})`,
  'event-overlap': (before: string) =>
    `begins before “${before}” ends; a venue holds one event at a time`,
  'other-venue': (id: string) => `must stay “${id}”: boxes, records and logins go by it`,
  'no-picture': 'is not kept on the server; choose the image again',
  'hides-danger': (zone: string, count: number) =>
    `would leave ${zone} out of reports while it is past its watch limit: ${number(count)} persons are enough for that. Draw the zone larger, or lower the setting`,
  'roles-of-push': 'only push knows roles; remove them',
} as const;
