import { fail, ok, type Result, type ShowAct, type ShowStop } from '@throng/contract';
import { type Actor, type Recorder, SERVER } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { actOnShow, type ShowFault, type ShowRules } from './act-on-show.js';
import { showAction, showDetails } from './show-record.js';
import { runningShow, withoutLapsed } from './show-state.js';
import type { ShowStopStore } from './show-stop-store.js';

export interface ShowDeskParts {
  readonly venue: string;
  readonly store: ShowStopStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly rules: ShowRules;
  /** Whether names are of accounts that have logged in. */
  readonly verified: boolean;
  /** It stands another way: everybody must be told. */
  readonly onChange: () => void;
}

export type DeskFault = ShowFault | 'not-on-record' | 'not-kept';

/**
 * The one place that holds how the show stands. Acts come one after another; each is on record, then
 * kept, then in force, and what cannot be recorded or kept is not done (SPEC SS5).
 */
export class ShowDesk {
  readonly #parts: ShowDeskParts;
  #state: ShowStop;
  #before: Promise<unknown> = Promise.resolve();

  /** @throws when what is kept cannot be read: a server that may have forgotten a stop must not start. */
  constructor(parts: ShowDeskParts) {
    this.#parts = parts;
    const kept = parts.store.read();
    if (!kept.ok) throw new Error(`whether the show is stopped cannot be read: ${kept.message}`);
    const { verified } = parts;
    this.#state = { ...(kept.value ?? runningShow(verified)), verified };
  }

  get state(): ShowStop {
    return this.#state;
  }

  act(act: ShowAct, actor: Actor): Promise<Result<ShowStop, DeskFault>> {
    const done = this.#before.then(() => this.#act(act, actor));
    this.#before = done.catch(() => {});
    return done;
  }

  /** Time passes: an ask that nobody confirmed lapses. */
  tick(): void {
    const { clock, recorder, store, venue } = this.#parts;
    const { ask } = this.#state;
    const next = withoutLapsed(this.#state, clock.now());
    if (next === this.#state || ask === null) return;
    recorder.note({
      actor: SERVER,
      action: 'show-stop-lapsed',
      subject: venue,
      details: { asker: ask.by },
    });
    // Not kept, it would lapse again after a restart: the time it holds until is kept with it.
    void store.write(next);
    this.#enter(next);
  }

  async #act(act: ShowAct, actor: Actor): Promise<Result<ShowStop, DeskFault>> {
    const { clock, recorder, rules, store, venue } = this.#parts;
    const before = this.#state;
    const next = actOnShow(before, act, actor.name, clock.now(), rules);
    if (!next.ok) return next;
    if (next.value === before) return ok(before);
    const entry = {
      actor,
      action: showAction(act, before),
      subject: venue,
      details: showDetails(act, before),
    };
    const written = await recorder.record(entry);
    if (!written.ok) {
      return fail('not-on-record', 'the audit log cannot be written, so nothing was done');
    }
    const kept = await store.write(next.value);
    if (!kept.ok) {
      recorder.note({ ...entry, outcome: 'failed' });
      return fail('not-kept', 'the store cannot be written, so nothing was done');
    }
    this.#enter(next.value);
    return ok(next.value);
  }

  #enter(state: ShowStop): void {
    this.#state = state;
    this.#parts.onChange();
  }
}
