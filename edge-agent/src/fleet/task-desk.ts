import {
  type ModelOffer,
  type ModelState,
  type ModelTask,
  type OfferedState,
  type RollBackReason,
  type TrialFigures,
  toTimestamp,
} from '@throng/contract';
import type { Experience } from '@throng/inference';
import { type Clock, pause } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { KeptTask, ProvenModel } from './kept-models.js';
import type { ModelPlaces } from './model-places.js';
import type { ModelShelf, OpenOffered } from './offered-model.js';
import { runTrial, type TrialStage } from './trial/run-trial.js';
import { type PairedLook, StageEvidence } from './trial/stage-evidence.js';

export interface TaskDeskParts {
  readonly task: ModelTask;
  readonly places: ModelPlaces;
  /** What the model of the box's own file was trained on. */
  readonly experience: Experience | undefined;
  readonly shelf: Pick<ModelShelf, 'fetch' | 'open'>;
  readonly hasCamera: (camera: string) => boolean;
  readonly kept: KeptTask;
  /** What it remembers has changed: to be kept and told. */
  readonly onChange: () => void;
  readonly clock: Clock;
  /** Milliseconds of a clock that only moves on. */
  readonly stopwatch: () => number;
  readonly log: Log;
}

const FETCH_AGAIN = 30_000;
const FETCH_TRIES = 20;
/** Milliseconds between two frames that both models look at: a trial must not cost the camera its rate. */
const PAIR_EVERY = 1_000;
/** Models that passed and are remembered: the one that runs, and the way back. */
const PROVEN = 2;

/** The models of one task: which runs, and the trial of the one that is offered (FL7, FL8). */
export class TaskDesk {
  #kept: KeptTask;
  #open: OpenOffered | undefined;
  #trial: { readonly rollout: number; readonly abort: AbortController } | undefined;
  #last: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly parts: TaskDeskParts) {
    this.#kept = parts.kept;
  }

  get kept(): KeptTask {
    return this.#kept;
  }

  /** What the model that runs was trained on. */
  get experience(): Experience | undefined {
    return this.#open === undefined ? this.parts.experience : this.#open.experience;
  }

  get state(): ModelState {
    const { places, task } = this.parts;
    const runs = places.everywhere[task]?.id;
    const { offered } = this.#kept;
    return {
      task,
      ...(runs === undefined ? {} : { runs }),
      ...(offered === undefined ? {} : { offered }),
    };
  }

  /** Runs again what passed before the restart; the box's own model where that cannot be. */
  async resume(): Promise<void> {
    const { proven, runs } = this.#kept;
    const model = proven.find(({ rollout }) => rollout === runs);
    if (model !== undefined) await this.#switchTo(model);
  }

  /** Takes what the newest document offers. Resolves when it has come as far as it will. */
  take(offer: ModelOffer | undefined): Promise<void> {
    if (offer?.rollout !== this.#trial?.rollout) this.#trial?.abort.abort();
    this.#last = this.#last.then(() => this.#take(offer));
    return this.#last;
  }

  /** Ends what is under way; the next start takes it up again. */
  stop(): void {
    this.#stopped = true;
    this.#trial?.abort.abort();
  }

  async close(): Promise<void> {
    await this.#open?.close();
  }

  async #take(offer: ModelOffer | undefined): Promise<void> {
    if (this.#stopped) return;
    const { offered, proven, runs } = this.#kept;
    if (offer?.rollout === runs) return;
    if (offer === undefined) return this.#switchTo(undefined);
    const known = proven.find(({ rollout }) => rollout === offer.rollout);
    if (known !== undefined) return this.#switchTo(known);
    if (offered?.rollout === offer.rollout && offered.stage === 'rolled-back') return;
    const abort = new AbortController();
    this.#trial = { rollout: offer.rollout, abort };
    await this.#try(offer, abort.signal);
    this.#trial = undefined;
  }

  async #try(offer: ModelOffer, signal: AbortSignal): Promise<void> {
    const { clock, hasCamera, places, shelf, stopwatch, task } = this.parts;
    const { trial } = offer;
    const old = places.runningOf(task);
    this.#tell(offer, 'fetching');
    const reason = await this.#fetch(offer, signal);
    if (reason !== undefined) return this.#rolledBack(offer, reason);
    if (!hasCamera(trial.camera)) return this.#rolledBack(offer, 'no-such-camera');
    const opened = await shelf.open(offer.model);
    if (!opened.ok || old[task] === undefined) {
      if (opened.ok) await opened.value.close();
      return this.#rolledBack(offer, 'failed');
    }
    const { experience, models } = opened.value;
    const before = this.#open;
    const oldExperience = this.experience;
    const place = (stage: TrialStage, onPair: (look: PairedLook) => void): void => {
      if (stage === 'probation') places.run(task, models);
      let next = 0;
      const isDue = (): boolean => {
        const now = clock.now();
        if (now < next) return false;
        next = now + PAIR_EVERY;
        return true;
      };
      const lead = stage === 'shadow' ? 'old' : 'offered';
      const pairing = { lead, isDue, stopwatch, onPair } as const;
      places.try(task, { camera: trial.camera, old, offered: models, pairing });
    };
    const outcome = await runTrial({
      ...{ trial, place, clock, signal },
      evidence: () => new StageEvidence({ old: oldExperience, offered: experience }),
      told: (stage, figures) => this.#tell(offer, stage, { figures }),
    });
    places.try(task, undefined);
    const { figures } = outcome;
    if (outcome.kind === 'passed') {
      this.#open = opened.value;
      const { model, rollout } = offer;
      const proven = [...this.#kept.proven, { rollout, model }].slice(-PROVEN);
      this.#kept = { ...this.#kept, proven, runs: rollout };
      this.#tell(offer, 'in-force', { figures });
      await before?.close();
    } else {
      places.run(task, before?.models);
      await opened.value.close();
      this.#rolledBack(offer, outcome.reason, figures);
    }
  }

  /** Until it is here: a server that is away for minutes must not cost the model its trial. */
  async #fetch(offer: ModelOffer, signal: AbortSignal): Promise<RollBackReason | undefined> {
    const { clock, log, shelf } = this.parts;
    for (let attempt = 1; ; attempt += 1) {
      const fetched = await shelf.fetch(offer);
      if (signal.aborted) return 'withdrawn';
      if (fetched.ok) return undefined;
      log.warn({ model: offer.model.id, cause: fetched.message }, 'offered model not fetched');
      if (fetched.code !== 'not-fetched' || attempt === FETCH_TRIES) return fetched.code;
      await pause(clock, FETCH_AGAIN, signal);
      if (signal.aborted) return 'withdrawn';
    }
  }

  async #switchTo(model: ProvenModel | undefined): Promise<void> {
    const { log, places, shelf, task } = this.parts;
    const before = this.#open;
    const opened = model && (await shelf.open(model.model));
    if (opened?.ok === false) {
      log.error({ model: model?.model.id, cause: opened.message }, 'a proven model cannot be run');
    }
    this.#open = opened?.ok ? opened.value : undefined;
    places.run(task, this.#open?.models);
    const { runs: _, ...rest } = this.#kept;
    this.#kept = this.#open && model ? { ...rest, runs: model.rollout } : rest;
    await before?.close();
    this.parts.onChange();
  }

  #rolledBack(offer: ModelOffer, reason: RollBackReason, figures?: TrialFigures): void {
    if (this.#stopped) return;
    this.#tell(offer, 'rolled-back', { reason, ...(figures === undefined ? {} : { figures }) });
  }

  #tell(
    { model, rollout, trial }: ModelOffer,
    stage: OfferedState['stage'],
    more: Pick<OfferedState, 'reason' | 'figures'> = {},
  ): void {
    const { clock, log, onChange } = this.parts;
    const { camera } = trial;
    const offered: OfferedState = {
      ...{ rollout, model: model.id, digest: model.sha256.slice(0, 16) },
      ...{ stage, since: toTimestamp(clock.now()), camera },
      ...more,
    };
    this.#kept = { ...this.#kept, offered };
    log.info(offered, 'offered model');
    onChange();
  }
}
