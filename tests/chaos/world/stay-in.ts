import { Guest } from './guest.js';

/** Somebody who logs in again whenever what is done in their name has ended their session. */
export class StaysIn {
  #guest: Guest;
  #looking: Promise<void> | undefined;

  constructor(
    first: Guest,
    private readonly again: { readonly origin: string; readonly name: string; address: string },
  ) {
    this.#guest = first;
  }

  get guest(): Guest {
    return this.#guest;
  }

  /** Nobody has to look just now whether they are still in. */
  get isIn(): boolean {
    return this.#looking === undefined;
  }

  /** One look at a time, however many were turned away at once: a log-in costs the server a password hash. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { address, name, origin } = this.again;
    if ((await this.#guest.ask('GET', '/api/v1/session')).status !== 401) return;
    const again = new Guest(origin, address);
    if ((await again.logIn(name)).status < 300) this.#guest = again;
  }
}
