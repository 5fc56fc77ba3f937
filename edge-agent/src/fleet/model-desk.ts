import {
  type FleetModels,
  type Identifier,
  MODEL_TASKS,
  type ModelState,
  type ModelTask,
} from '@throng/contract';
import type { Experience } from '@throng/inference';
import type { Models } from '../pipeline/analyse-frame.js';
import type { KeptModels, KeptTask } from './kept-models.js';
import { ModelPlaces } from './model-places.js';
import type { ModelShelf } from './offered-model.js';
import { TaskDesk, type TaskDeskParts } from './task-desk.js';

export interface ModelDeskParts
  extends Pick<TaskDeskParts, 'hasCamera' | 'clock' | 'stopwatch' | 'log'> {
  /** The models of the box's own file. */
  readonly base: Models;
  /** What each of them was trained on, where it is known. */
  readonly experience: Readonly<Partial<Record<ModelTask, Experience>>>;
  readonly shelf: ModelShelf;
  readonly kept: KeptModels;
  readonly keep: (kept: KeptModels) => void;
  /** A model has come further. */
  readonly onChange: () => void;
}

const NOTHING: KeptTask = { proven: [] };

/** Which models look at which camera, and the trials of those that a server offers. */
export class ModelDesk {
  readonly #places: ModelPlaces;
  readonly #tasks: ReadonlyMap<ModelTask, TaskDesk>;

  constructor(private readonly parts: ModelDeskParts) {
    const { base, experience, kept, shelf } = parts;
    this.#places = new ModelPlaces(base);
    this.#tasks = new Map(
      MODEL_TASKS.map((task) => [
        task,
        new TaskDesk({
          ...parts,
          ...{ task, shelf, places: this.#places },
          experience: experience[task],
          kept: kept[task] ?? NOTHING,
          onChange: () => this.#changed(),
        }),
      ]),
    );
  }

  get states(): ModelState[] {
    return [...this.#tasks.values()].map(({ state }) => state);
  }

  /** The models of most cameras. */
  get everywhere(): Models {
    return this.#places.everywhere;
  }

  /** What drift is judged by: the experience of the density model, or of the detector where it runs alone. */
  get experience(): Experience | undefined {
    const task = this.parts.base.density === undefined ? 'person' : 'density';
    return this.#tasks.get(task)?.experience;
  }

  of(camera: Identifier): Models {
    return this.#places.of(camera);
  }

  /** Runs what passed its trial before the restart. */
  async resume(): Promise<void> {
    await Promise.all([...this.#tasks.values()].map((task) => task.resume()));
  }

  /** Takes what a document offers; resolves when all have come as far as they will. */
  async take(models: FleetModels): Promise<void> {
    await Promise.all([...this.#tasks].map(([task, desk]) => desk.take(models[task])));
    await this.#clear(models);
  }

  stop(): void {
    for (const task of this.#tasks.values()) task.stop();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#tasks.values()].map((task) => task.close()));
  }

  /** Weights that nobody will ask for again make room. */
  async #clear(models: FleetModels): Promise<void> {
    const proven = [...this.#tasks.values()].flatMap(({ kept }) => kept.proven);
    const wanted = MODEL_TASKS.flatMap((task) => models[task]?.model.sha256 ?? []);
    await this.parts.shelf.keepOnly([...proven.map(({ model }) => model.sha256), ...wanted]);
  }

  #changed(): void {
    const [person, density] = MODEL_TASKS.map((task) => this.#tasks.get(task)?.kept ?? NOTHING);
    if (person !== undefined && density !== undefined) this.parts.keep({ person, density });
    this.parts.onChange();
  }
}
