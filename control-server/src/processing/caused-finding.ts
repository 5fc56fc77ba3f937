import type { Finding } from '../alerting/alert-book.js';
import type { ProcessingState } from './processing-state.js';

/** What was found of a zone's crowd, with what is known of its cause. */
export const causedFinding = (
  finding: Finding,
  { explanations, incidents }: Pick<ProcessingState, 'explanations' | 'incidents'>,
  index: number,
  zone: string,
): Finding => {
  const { standing } = finding;
  if (standing === null) return finding;
  const cause = {
    explanation: explanations.byZone.get(index),
    incident: incidents.get(zone)?.id,
  };
  return { ...finding, standing: { ...standing, cause } };
};
