import type { CalendarDefinition, VenueDefinition } from '@throng/contract';
import { canonicalJson } from '../audit/canonical-json.js';

/** What a version holds: the venue, and which phase of which event is when. */
export interface VersionContent {
  readonly venue: VenueDefinition;
  readonly calendar: CalendarDefinition;
}

/** Where a version comes from: the venue file, or somebody who edits it in the page. */
export type VersionSource = 'file' | 'editor';

/** What is told of a version in a list. */
export interface VersionHead {
  /** From 1, without a gap. */
  readonly version: number;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly savedBy: string;
  readonly note: string;
  readonly isInForce: boolean;
}

/** A version as it is kept. An older release may have written it, so it is parsed before it is used. */
export interface KeptVersion {
  readonly version: number;
  readonly venue: unknown;
  readonly calendar: unknown;
}

/** One text for one content: equal contents have equal texts. */
export const contentText = ({ venue, calendar }: VersionContent): string =>
  canonicalJson({ venue, calendar });
