import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fail, faultLines, ok, type Result } from '@throng/contract';
import { parseSimulatedVenue, type SimulatedVenue } from '@throng/simulation';
import { parse } from 'yaml';

/** The evening that the demo shows. */
export const VENUE_FILE = fileURLToPath(
  new URL('../../../packages/simulation/venues/arena.yml', import.meta.url),
);

/** Reads a simulated venue; all faults of the file at once. */
export const readVenue = async (file: string): Promise<Result<SimulatedVenue, 'bad-venue'>> => {
  const content: unknown = parse(await readFile(file, 'utf8'));
  const checked = parseSimulatedVenue(content);
  return checked.ok
    ? ok(checked.value)
    : fail('bad-venue', [`${file}:`, ...faultLines(checked.faults, content)].join('\n  '));
};
