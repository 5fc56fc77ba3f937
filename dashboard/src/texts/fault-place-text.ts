import type { PageTexts } from './english-pages.js';

type Words = PageTexts['editor'];

const labelOf = (words: Words, key: string): string => {
  const labels: Readonly<Record<string, unknown>> = {
    ...words.list,
    ...words.bands.band,
    ...words.field,
    name: words.field.name,
    area: words.field.polygon,
  };
  const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return typeof label === 'string' ? label : key;
};

const within = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/**
 * Where below `root` a JSON pointer leads, in the words of the form: entries of lists by their names
 * ("Concert › From minute"), or by their number where they have none.
 */
export const pointerText = (words: Words, root: unknown, pointer: string): string => {
  const steps: string[] = [];
  let value = root;
  for (const key of pointer.split('/').slice(1)) {
    const list = value;
    value = within(value, key);
    if (!Array.isArray(list)) {
      steps.push(labelOf(words, key));
      continue;
    }
    const name = within(value, 'name');
    // A name needs no list before it: "Concert", not "Plans › Concert".
    if (typeof name === 'string' && name !== '') steps[Math.max(0, steps.length - 1)] = name;
    else steps.push(String(Number(key) + 1));
  }
  return steps.join(' › ');
};
