/** Closes what was opened, the last first, whether the server ran or failed to start. */
export class ClosingStack {
  readonly #closings: (() => unknown)[] = [];

  add(close: () => unknown): void {
    this.#closings.push(close);
  }

  async close(): Promise<void> {
    for (let next = this.#closings.pop(); next !== undefined; next = this.#closings.pop()) {
      await next();
    }
  }
}
