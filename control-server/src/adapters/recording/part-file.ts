import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 18;

/**
 * A file of lines that appears whole or not at all: it is written beside its place, under the name
 * `FILE.part`, and put there when it is complete.
 */
export class PartFile {
  #waiting = '';

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** @throws when the folder is missing or may not be written. */
  static async open(path: string): Promise<PartFile> {
    return new PartFile(path, await open(partOf(path), 'w'));
  }

  async line(text: string): Promise<void> {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= CHUNK) await this.#write();
  }

  async commit(): Promise<void> {
    await this.#write();
    await this.handle.sync();
    await this.handle.close();
    await rename(partOf(this.path), this.path);
  }

  async discard(): Promise<void> {
    await this.handle.close();
    await rm(partOf(this.path), { force: true });
  }

  async #write(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    await this.handle.appendFile(text);
  }
}

const partOf = (path: string): string => `${path}.part`;
