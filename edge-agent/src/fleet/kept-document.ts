import { FleetAnswer, FleetVersion, LIMITS } from '@throng/contract';
import Type from 'typebox';

const Text = Type.Object(
  { version: FleetVersion, body: Type.String({ maxLength: LIMITS.desiredBytes }) },
  { additionalProperties: false },
);

/** What a box remembers of what it was sent, over restarts. */
export const KeptDocuments = Type.Object(
  {
    /** The newest with a good signature, whether it was accepted or not: nothing older is taken (FL3). */
    seen: Type.Optional(Text),
    /** The one in force. */
    accepted: Type.Optional(Text),
    answer: Type.Optional(FleetAnswer),
  },
  { additionalProperties: false },
);
export type KeptDocuments = Type.Static<typeof KeptDocuments>;
