import { readFile } from 'node:fs/promises';
import { faultLines } from '@throng/contract';
import { parseYaml } from '../adapters/settings/parse-yaml.js';
import { readSimulatedVenue } from '../adapters/settings/read-simulated-venue.js';
import { type Judgement, rehearseRules } from '../replay/rehearsed-rules.js';
import { checkVenueFile, completeVenueFile } from '../settings/check-venue-file.js';
import { defaultRules } from '../settings/default-rules.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import { tellFaults } from './fault-list.js';
import { fileFailure } from './file-failure.js';
import { readSimulated } from './read-simulated.js';

const isSimulated = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'simulation' in content;

/**
 * By what a venue is judged: a server's venue file, or a simulated venue by name or file, which
 * has no rules of its own. Undefined once every fault has been told. Secrets are not read.
 */
export const readJudgement = async (venue: string): Promise<Judgement | undefined> => {
  const content = await readSimulatedVenue(venue);
  if (!content.ok) {
    console.error(content.message);
    return undefined;
  }
  if (isSimulated(content.value)) {
    const simulated = await readSimulated(venue);
    return (
      simulated && { plan: planVenue(simulated.venue, simulated.calendar), rules: defaultRules() }
    );
  }
  const completed = completeVenueFile(content.value, process.env);
  const checked = checkVenueFile(completed);
  if (!checked.ok) {
    tellFaults(venue, faultLines(checked.faults, completed));
    return undefined;
  }
  return {
    plan: planVenue(checked.value.venue, checked.value.calendar),
    rules: checked.value.server,
    formerEvenings: checked.value.server.forecast.formerEvenings,
  };
};

/** The same venue under the rules of a file, or undefined once every fault has been told. */
export const readRehearsedRules = async (
  path: string,
  usual: Judgement,
): Promise<Judgement | undefined> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    console.error(fileFailure(path, error));
    return undefined;
  }
  const yaml = parseYaml(text);
  const checked = yaml.faults.length === 0 ? rehearseRules(usual, yaml.value) : undefined;
  if (checked?.ok) return checked.value;
  const faults = checked === undefined ? yaml.faults : faultLines(checked.faults, yaml.value);
  tellFaults(path, faults);
  return undefined;
};
