import { type LoadedVenueFile, loadVenueFile } from '../adapters/settings/load-venue-file.js';
import { tellFaults } from './fault-list.js';

/** The venue file at `path`, or undefined once every fault has been told. */
export const readConfig = async (path: string): Promise<LoadedVenueFile | undefined> => {
  const loaded = await loadVenueFile(path, process.env);
  if (loaded.ok) return loaded.value;
  tellFaults(path, loaded.faults);
  return undefined;
};
