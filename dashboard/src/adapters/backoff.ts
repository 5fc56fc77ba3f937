const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;

/**
 * Milliseconds to wait before attempt number `attempt` (0 is the first after a loss): doubling
 * from 0.5 s to 15 s, of which half is chance, so that a hundred pages do not come back at once.
 */
export const backoffDelay = (attempt: number, random: number): number => {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.5 + random / 2));
};
