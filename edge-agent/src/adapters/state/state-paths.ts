import { join, resolve } from 'node:path';
import type { Identifier } from '@throng/contract';
import type { LoadedSettings } from '../files/read-settings.js';

/** Where an agent keeps what must survive a restart. Nothing of it is a picture. */
export interface StatePaths {
  readonly folder: string;
  /** Who looked at a camera that was found moved, and said that it may stay so. */
  readonly confirmations: string;
  readonly handCounts: string;
  /** What a server pushed, which models it offered, and their weights. */
  readonly fleet: string;
  readonly fleetModels: string;
  readonly weights: string;
  /** The agent's own counts of the last days, to hold hand counts against. */
  counts(camera: Identifier): string;
  /** Where a camera looked. */
  watch(camera: Identifier): string;
}

export const statePaths = ({
  settings,
  folder: base,
}: Pick<LoadedSettings, 'settings' | 'folder'>): StatePaths => {
  const folder = resolve(base, settings.state);
  return {
    folder,
    confirmations: join(folder, 'confirmations.jsonl'),
    handCounts: join(folder, 'hand-counts.jsonl'),
    fleet: join(folder, 'fleet', 'documents.json'),
    fleetModels: join(folder, 'fleet', 'models.json'),
    weights: join(folder, 'models'),
    counts: (camera) => join(folder, 'counts', `${camera}.jsonl`),
    watch: (camera) => join(folder, 'watch', `${camera}.json`),
  };
};
