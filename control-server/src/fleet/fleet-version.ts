import type { FleetDocument, FleetModels, FleetSettings } from '@throng/contract';
import { toTimestamp } from '@throng/contract';

/** What a box shall do: what people decided, and the models that a rollout gave it. */
export interface FleetContent {
  readonly settings: FleetSettings;
  readonly models: FleetModels;
}

/** One version of what a box shall do. */
export interface FleetVersionHead {
  readonly edge: string;
  readonly version: number;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly savedBy: string;
  readonly note: string;
}

export interface FleetVersion extends FleetVersionHead, FleetContent {}

/** A version as it is sent: always the same text, so that a box knows it again. */
export const documentOf = (
  venue: string,
  { edge, models, savedAt, settings, version }: FleetVersion,
): FleetDocument => ({
  ...{ v: 1, venue, edge, version },
  issuedAt: toTimestamp(savedAt),
  ...{ settings, models },
});
