import type { Readable } from 'node:stream';
import { LIMITS } from '@throng/contract';

/** Characters that are kept of a line: enough to see that it is too long, however long it is. */
const KEPT = LIMITS.windowBytes + 1;

/** The lines of a text, a batch per chunk that came. */
export async function* readLines(source: Readable): AsyncGenerator<string[]> {
  source.setEncoding('utf8');
  let rest = '';
  for await (const chunk of source) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = (lines.pop() ?? '').slice(0, KEPT);
    yield lines;
  }
  if (rest !== '') yield [rest];
}
