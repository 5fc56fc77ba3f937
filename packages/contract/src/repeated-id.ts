import type { CodedFault } from './schema-faults.js';

/** What is wrong where an id stands a second time in a list. */
export const repeatedId = (path: string, id: string): CodedFault => ({
  path,
  message: `"${id}" is used twice; ids must differ`,
  cause: { code: 'repeated-id', id },
});
