import type { Checked, Fault } from '@throng/contract';
import { checkVenueFile } from '../settings/check-venue-file.js';
import type { ServerSettings } from '../settings/server-settings.js';
import type { VersionContent } from './venue-version.js';

/** What a version must fit to be in force at this server. */
export interface VersionNeeds {
  readonly server: ServerSettings;
  /** The venue's id: agents, records and sessions go by it. */
  readonly venueId: string;
  readonly hasPicture: (id: string) => boolean;
}

/**
 * Checks a version as the venue file is checked, together with the server's settings; every fault at
 * once, with paths from `/venue`, `/calendar` or `/server`.
 */
export const checkVersion = (
  { venue, calendar }: { readonly venue: unknown; readonly calendar: unknown },
  { hasPicture, server, venueId }: VersionNeeds,
): Checked<VersionContent> => {
  const checked = checkVenueFile({ venue, calendar, server });
  if (!checked.ok) return checked;
  const { floorPlan, id } = checked.value.venue;
  const faults: Fault[] = [];
  if (id !== venueId) {
    const message = `must stay "${venueId}": agents, records and sessions go by it`;
    faults.push({ path: '/venue/id', message, cause: { code: 'other-venue', id: venueId } });
  }
  if (floorPlan !== undefined && !hasPicture(floorPlan.image)) {
    const message = 'no such picture is kept here; upload it first';
    faults.push({ path: '/venue/floorPlan/image', message, cause: { code: 'no-picture' } });
  }
  const { venue: sound, calendar: dated } = checked.value;
  return faults.length === 0
    ? { ok: true, value: { venue: sound, calendar: dated } }
    : { ok: false, faults };
};
