import type { Fault } from './fault.js';

/** The faults of these names, in this order; all without a name. @throws for a name that there is not. */
export const chosen = (faults: readonly Fault[], names: readonly string[]): readonly Fault[] => {
  if (names.length === 0) return faults;
  return names.map((name) => {
    const fault = faults.find((each) => each.name === name);
    if (fault !== undefined) return fault;
    const known = faults.map((each) => each.name).join(', ');
    throw new Error(`there is no fault "${name}". There are: ${known}`);
  });
};
