import { once } from 'node:events';

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;

/** Lines to standard output, no faster than they are read there. */
export class LineWriter {
  #waiting: string[] = [];
  #length = 0;

  add(line: string): void {
    this.#waiting.push(line, '\n');
    this.#length += line.length + 1;
  }

  /** Writes what was gathered, once it is worth it. @param everything also if it is little. */
  async flush(everything = false): Promise<void> {
    if (this.#length === 0 || (!everything && this.#length < CHUNK)) return;
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
