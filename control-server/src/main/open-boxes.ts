import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Refusal } from '../admission/refusal.js';
import type { IncomingMessage } from '../broker/message-source.js';
import type { EnrolmentParts } from '../enrolment/ports.js';
import type { ClosingStack } from './closing-stack.js';
import { type EnrolmentNeeds, openEnrolment } from './open-enrolment.js';
import { type OpenedSource, openMessageSource } from './open-message-source.js';

export interface OpenedBoxes extends OpenedSource {
  /** How boxes come to their certificates; undefined where the server keeps no authority. */
  readonly enrolment: EnrolmentParts | undefined;
}

/** Opens what boxes deal with: the authority by which they are enrolled, and the broker that lets them in by it. */
export const openBoxes = async (
  file: LoadedVenueFile,
  needs: EnrolmentNeeds,
  onMessage: (message: IncomingMessage) => void,
  onRefused: (refusal: Refusal) => void,
  opened: ClosingStack,
): Promise<OpenedBoxes> => {
  const enrolment = await openEnrolment(file, needs, opened);
  const broker = await openMessageSource(file, needs, onMessage, onRefused, enrolment);
  opened.add(() => broker.source.close());
  enrolment?.follow(broker);
  return { ...broker, enrolment: enrolment?.parts };
};
