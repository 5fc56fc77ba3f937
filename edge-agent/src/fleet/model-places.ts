import { type Identifier, MODEL_TASKS, type ModelTask } from '@throng/contract';
import type { Models } from '../pipeline/analyse-frame.js';
import { type OneModel, type Pairing, pairedModels } from './trial/paired-models.js';

/** A model on trial: on which camera, beside which. */
export interface OnTrial {
  readonly camera: Identifier;
  readonly old: OneModel;
  readonly offered: OneModel;
  readonly pairing: Pairing;
}

/** Which models look at which camera: those of the box's file, but for what rollouts put in their places. */
export class ModelPlaces {
  readonly #running = new Map<ModelTask, OneModel>();
  readonly #trials = new Map<ModelTask, OnTrial>();
  #everywhere: Models;

  constructor(private readonly base: Models) {
    this.#everywhere = base;
  }

  /** The models of all cameras but one on which another is tried. */
  get everywhere(): Models {
    return this.#everywhere;
  }

  /** The model of a task that measures now. */
  runningOf(task: ModelTask): OneModel {
    return { person: undefined, density: undefined, [task]: this.#everywhere[task] };
  }

  of(camera: Identifier): Models {
    let models = this.#everywhere;
    for (const { camera: tried, offered, old, pairing } of this.#trials.values()) {
      if (tried !== camera) continue;
      const paired = pairedModels({ ...models, ...given(old) }, offered, pairing);
      models = { ...models, ...given(paired, offered) };
    }
    return models;
  }

  /** From now on this model measures; undefined for the one of the box's own file. */
  run(task: ModelTask, model: OneModel | undefined): void {
    if (model === undefined) this.#running.delete(task);
    else this.#running.set(task, model);
    const { density, motion, person } = this.base;
    this.#everywhere = { person, density, motion };
    for (const each of MODEL_TASKS) {
      this.#everywhere = { ...this.#everywhere, ...given(this.#running.get(each) ?? {}) };
    }
  }

  /** From now on this is tried; undefined ends it. */
  try(task: ModelTask, trial: OnTrial | undefined): void {
    if (trial === undefined) this.#trials.delete(task);
    else this.#trials.set(task, trial);
  }
}

/** The models that are there, of the tasks that `of` has. */
const given = (models: Partial<OneModel>, of: Partial<OneModel> = models): Partial<OneModel> => ({
  ...(models.person === undefined || of.person === undefined ? {} : { person: models.person }),
  ...(models.density === undefined || of.density === undefined ? {} : { density: models.density }),
});
