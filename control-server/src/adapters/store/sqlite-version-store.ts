import type { FloorPlanStore } from '../../venue-versions/floor-plan.js';
import type { VersionStore } from '../../venue-versions/version-store.js';
import { floorPlanTable } from './floor-plan-table.js';
import { openDatabase } from './open-database.js';
import { venueVersionTable } from './venue-version-table.js';

export interface OpenedVersions {
  readonly versions: VersionStore;
  readonly pictures: FloorPlanStore;
  close(): void;
}

/**
 * Opens the versions of the venue in the store's file. FULL: a version that was confirmed survives a
 * power cut.
 *
 * @throws when the file cannot be opened.
 */
export const openVersionStore = (file: string): OpenedVersions => {
  const database = openDatabase(file);
  database.pragma('synchronous = FULL');
  return {
    versions: venueVersionTable(database),
    pictures: floorPlanTable(database),
    close: () => database.close(),
  };
};
