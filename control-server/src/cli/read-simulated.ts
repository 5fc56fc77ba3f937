import { faultLines } from '@throng/contract';
import { readSimulatedVenue } from '../adapters/settings/read-simulated-venue.js';
import type { SimulatedVenue } from '../backtest/index.js';
import { tellFaults } from './fault-list.js';

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
  tellFaults(name, faultLines(checked.faults, content.value));
  return undefined;
};
