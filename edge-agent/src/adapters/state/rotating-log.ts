import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readJournal } from '../files/append-journal.js';

/** Bytes after which a log begins anew; the one before is kept, all older ones are gone. */
const LONGEST = 1024 * 1024;

/** Two files of bounded length: at a line of 100 bytes each 10 s, the last day at the least. One writer. */
export class RotatingLog {
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly longest = LONGEST,
  ) {}

  /** Adds a line; lines are written one after the other, in order. */
  async add(entry: object): Promise<void> {
    const write = this.#writing.then(() => this.#write(entry));
    this.#writing = write.catch(() => undefined);
    return write;
  }

  /** Both files' lines, oldest first. */
  async lines(): Promise<unknown[]> {
    return [...(await readJournal(`${this.path}.1`)), ...(await readJournal(this.path))];
  }

  async #write(entry: object): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const found = await stat(this.path).catch(() => undefined);
    if ((found?.size ?? 0) >= this.longest) await rename(this.path, `${this.path}.1`);
    await appendFile(this.path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }
}
