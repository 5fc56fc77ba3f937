import { type LoadedVenueFile, loadVenueFile } from '../adapters/settings/load-venue-file.js';

/** The venue file at `path`, or undefined once every fault has been told. */
export const readConfig = async (path: string): Promise<LoadedVenueFile | undefined> => {
  const loaded = await loadVenueFile(path, process.env);
  if (loaded.ok) return loaded.value;
  const count = loaded.faults.length;
  console.error(`${path}: ${count === 1 ? 'one fault' : `${count} faults`}`);
  for (const fault of loaded.faults) console.error(`  ${fault}`);
  return undefined;
};
