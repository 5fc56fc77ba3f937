/** Tells every fault of a file, a line each. */
export const tellFaults = (path: string, faults: readonly string[]): void => {
  console.error(`${path}: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}`);
  for (const fault of faults) console.error(`  ${fault}`);
};
