import {
  type CameraDefinition,
  type Coordinates,
  OUTSIDE,
  type PassageDefinition,
  type ZoneDefinition,
} from '@throng/contract';
import type { EditedVenue, FeatureRef } from './venue-draft.js';

/** Without one field: the schemas know no field that is there and undefined. */
export const without = <Entry extends object, Key extends keyof Entry>(
  entry: Entry,
  key: Key,
): Omit<Entry, Key> => {
  const { [key]: _, ...rest } = entry;
  return rest;
};

const changedAt = <Entry>(entries: Entry[], index: number, change: (entry: Entry) => Entry) =>
  entries.map((entry, place) => (place === index ? change(entry) : entry));

/** Changes one zone. Passages that led to it go on leading to it under its new id. */
export const zoneChanged = (
  venue: EditedVenue,
  index: number,
  change: (zone: ZoneDefinition) => ZoneDefinition,
): EditedVenue => {
  const before = venue.zones[index];
  if (before === undefined) return venue;
  const after = change(before);
  const isShared = venue.zones.some(({ id }, place) => place !== index && id === before.id);
  const renamed = (end: string) => (end === before.id && !isShared ? after.id : end);
  return {
    ...venue,
    zones: venue.zones.with(index, after),
    passages:
      after.id === before.id || after.id === '' || before.id === OUTSIDE
        ? venue.passages
        : venue.passages.map((each) => ({
            ...each,
            from: renamed(each.from),
            to: renamed(each.to),
          })),
  };
};

export const passageChanged = (
  venue: EditedVenue,
  index: number,
  change: (passage: PassageDefinition) => PassageDefinition,
): EditedVenue => ({ ...venue, passages: changedAt(venue.passages, index, change) });

export const cameraChanged = (
  venue: EditedVenue,
  index: number,
  change: (camera: CameraDefinition) => CameraDefinition,
): EditedVenue => ({ ...venue, cameras: changedAt(venue.cameras, index, change) });

/** The other way is in. */
export const flipped = (passage: PassageDefinition): PassageDefinition => ({
  ...passage,
  from: passage.to,
  to: passage.from,
});

/** Without one thing. Passages of a zone that is gone stay, and are faults until they lead elsewhere. */
export const removed = (venue: EditedVenue, { index, list }: FeatureRef): EditedVenue => {
  if (list === 'zones') return { ...venue, zones: venue.zones.toSpliced(index, 1) };
  if (list === 'passages') return { ...venue, passages: venue.passages.toSpliced(index, 1) };
  if (list === 'cameras') return { ...venue, cameras: venue.cameras.toSpliced(index, 1) };
  const walls: Coordinates[][] = (venue.walls ?? []).toSpliced(index, 1);
  return { ...venue, walls };
};
