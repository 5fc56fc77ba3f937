import type { EdgeHealth, Result } from '@throng/contract';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { type Identity, renewalDueAt } from './identity.js';
import { enrolmentRemedy } from './remedies.js';

export interface IdentityKeeperParts {
  readonly identity: Identity;
  /** Asks the server for the next certificate and keeps it in the place of this one. */
  readonly renew: () => Promise<Result<Identity>>;
  readonly clock: Clock;
  readonly log: Log;
}

const LOOK_EVERY = 3_600_000;
/** Boxes that were enrolled together do not all ask in the same moment. */
const SPREAD = 600_000;

/** Renews this box's certificate in time, and says so when it cannot. The broker's line takes it when it next opens. */
export class IdentityKeeper {
  #identity: Identity;
  #isFailing = false;
  #cancel = (): void => {};
  #ended = false;

  constructor(private readonly parts: IdentityKeeperParts) {
    this.#identity = parts.identity;
    this.#lookIn(Math.random() * SPREAD);
  }

  /** For the box's health: until when it may speak, and whether that is being looked after. */
  get health(): EdgeHealth['certificate'] {
    const endsAt = new Date(this.#identity.endsAt).toISOString();
    return { endsAt, renewal: this.#isFailing ? 'failing' : 'in-time' };
  }

  end(): void {
    this.#ended = true;
    this.#cancel();
  }

  #untilDue(): number {
    return Math.max(0, renewalDueAt(this.#identity) - this.parts.clock.now());
  }

  #lookIn(milliseconds: number): void {
    this.#cancel();
    if (this.#ended) return;
    this.#cancel = this.parts.clock.after(milliseconds, () => void this.look());
  }

  /** Looks whether it is time, and renews where it is. */
  async look(): Promise<void> {
    const { clock, log, renew } = this.parts;
    if (this.#untilDue() === 0) {
      const renewed = await renew();
      this.#isFailing = !renewed.ok;
      if (renewed.ok) {
        this.#identity = renewed.value;
        const until = new Date(renewed.value.endsAt).toISOString();
        log.info({ until }, 'the certificate of this box is renewed');
      } else {
        const { code, message } = renewed;
        const hours = Math.floor((this.#identity.endsAt - clock.now()) / 3_600_000);
        const details = { code, cause: message, hoursLeft: hours, remedy: enrolmentRemedy(code) };
        log.warn(details, 'the certificate of this box could not be renewed; trying again');
      }
    }
    this.#lookIn(LOOK_EVERY);
  }
}
