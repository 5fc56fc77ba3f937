import type { Fault } from '../schema-faults.js';

/** The value at a JSON pointer, for showing beside what is wrong with it. */
const valueAt = (root: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      root,
    );

const SECRET = /password|secret|token|credential|source|url/i;

const shown = (path: string, value: unknown): string => {
  if (value === undefined || typeof value === 'object') return '';
  if (SECRET.test(path)) return ' (value not shown)';
  const text = JSON.stringify(value);
  return ` (is ${text.length > 60 ? `${text.slice(0, 57)}…` : text})`;
};

const dotted = (pointer: string): string =>
  pointer === ''
    ? '(the whole file)'
    : pointer
        .slice(1)
        .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
        .replaceAll('/', '.');

const CHOICE = /^must be (?=")/;

/** Faults that name one of a field's choices each, as one that names them all. */
const withChoicesTogether = (faults: readonly Fault[]): Fault[] => {
  const together: Fault[] = [];
  for (const { message, path } of faults) {
    const before = together.at(-1);
    const goesOn = before?.path === path && /^must be (one of )?"/.test(before.message);
    if (before === undefined || !goesOn || !CHOICE.test(message)) {
      together.push({ path, message });
      continue;
    }
    const named = before.message.replace(CHOICE, 'must be one of ');
    together[together.length - 1] = { path, message: `${named}, ${message.replace(CHOICE, '')}` };
  }
  return together;
};

/** All faults of one file, a line each: `cameras[0].area: must … (is …)`. Secrets are never shown. */
export const faultLines = (faults: readonly Fault[], root: unknown): string[] =>
  withChoicesTogether(faults).map(
    ({ path, message }) => `${dotted(path)}: ${message}${shown(path, valueAt(root, path))}`,
  );
