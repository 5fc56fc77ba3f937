import { type StoreCondition, storeWorks } from '../alerting/store-alert.js';
import type { MeasurementStore } from '../store/measurement-store.js';
import { noRows, type Rows } from '../store/rows.js';
import { addRows, emptyBuffer, type WriteBuffer, waitingRows } from '../store/write-buffer.js';

/** Gathers rows between ticks and writes them in one transaction; live work never waits for it. */
export class RowWriter {
  readonly #store: MeasurementStore;
  #gathered: Partial<Rows>[] = [];
  #buffer: WriteBuffer = emptyBuffer;
  #condition: StoreCondition = storeWorks;
  #writing: Promise<StoreCondition> | undefined;

  constructor(store: MeasurementStore) {
    this.#store = store;
  }

  /** How the last write went. */
  get condition(): StoreCondition {
    return this.#condition;
  }

  get waiting(): number {
    return waitingRows(this.#buffer);
  }

  add(rows: Partial<Rows>): void {
    this.#gathered.push(rows);
  }

  /** Writes what waits. A write still under way is waited for, not overtaken. */
  flush(): Promise<StoreCondition> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** Writes all that was added until now: a write under way may have begun without it. */
  async flushAll(): Promise<StoreCondition> {
    await this.flush();
    return this.flush();
  }

  async #write(): Promise<StoreCondition> {
    this.#buffer = addRows(this.#buffer, this.#gathered);
    this.#gathered = [];
    const { rows, lost } = this.#buffer;
    if (this.waiting > 0 || this.#condition.failing !== null) {
      const written = await this.#store.write(rows);
      if (written.ok) this.#buffer = { rows: noRows, lost };
      this.#condition = { failing: written.ok ? null : written.code, rowsLost: lost };
    }
    return this.#condition;
  }
}
