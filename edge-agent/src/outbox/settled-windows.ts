/** Milliseconds for which an acknowledged window is kept: a broker or server killed may have lost it. */
export const KEEP = 60_000;

/** Windows acknowledged while a server was there, oldest acknowledgement first. */
export class SettledWindows {
  readonly #acknowledgedAt = new Map<number, number>();

  add(id: number, now: number): void {
    this.#acknowledgedAt.set(id, now);
  }

  has(id: number): boolean {
    return this.#acknowledgedAt.has(id);
  }

  get size(): number {
    return this.#acknowledgedAt.size;
  }

  /** Those that nobody can have lost any more; at most `limit`. */
  forgettable(now: number, limit: number): number[] {
    const ids: number[] = [];
    for (const [id, at] of this.#acknowledgedAt) {
      if (now - at < KEEP || ids.length >= limit) break;
      ids.push(id);
    }
    return ids;
  }

  forget(ids: readonly number[]): void {
    for (const id of ids) this.#acknowledgedAt.delete(id);
  }

  /** Whoever acknowledged may have died: all of them wait again. */
  doubt(): void {
    this.#acknowledgedAt.clear();
  }
}
