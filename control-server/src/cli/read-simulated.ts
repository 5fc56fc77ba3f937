import { readSimulatedVenue } from '../adapters/settings/read-simulated-venue.js';
import type { SimulatedVenue } from '../backtest/index.js';

/** The simulated venue of that name or file, or undefined once every fault has been told. */
export const readSimulated = async (name: string): Promise<SimulatedVenue | undefined> => {
  const { readVenue } = await import('../backtest/index.js');
  const content = await readSimulatedVenue(name);
  if (!content.ok) {
    console.error(content.message);
    return undefined;
  }
  const checked = readVenue(content.value);
  if (checked.ok) return checked.value;
  for (const { message, path } of checked.faults) console.error(`${name}: ${path}: ${message}`);
  return undefined;
};
