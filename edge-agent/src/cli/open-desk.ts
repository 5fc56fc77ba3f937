import { readSettings } from '../adapters/files/read-settings.js';
import { StewardDesk } from '../main/steward-desk.js';
import { complain } from './output.js';

/** The desk of these settings; says what is wrong with them, where something is. */
export const openDesk = async (config: string): Promise<StewardDesk | undefined> => {
  const loaded = await readSettings(config, process.env);
  if (loaded.ok) return new StewardDesk(loaded.value);
  complain(`${config} cannot be used:`, loaded.message.split('\n'));
  return undefined;
};
