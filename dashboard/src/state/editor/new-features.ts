import type {
  CameraDefinition,
  Coordinates,
  PassageDefinition,
  ZoneDefinition,
} from '@throng/contract';
import { toIdentifier } from '@throng/contract';
import { rounded } from './corners.js';
import { endsBeside } from './passage-ends.js';
import type { EditedVenue, FeatureList, FeatureRef } from './venue-draft.js';

/** An id made of a name that nobody else has; a number is added where somebody has it. */
export const freeId = (name: string, taken: readonly { readonly id: string }[]): string => {
  const wanted = toIdentifier(name) || 'new';
  const isTaken = (id: string) => taken.some((each) => each.id === id);
  if (!isTaken(wanted)) return wanted;
  const stem = wanted.slice(0, 43);
  for (let number = 2; ; number += 1) {
    if (!isTaken(`${stem}-${number}`)) return `${stem}-${number}`;
  }
};

/** The first of "Zone 1", "Zone 2" … that nobody bears. */
const freeName = (word: string, taken: readonly { readonly name: string }[]): string => {
  for (let number = taken.length + 1; ; number += 1) {
    const name = `${word} ${number}`;
    if (taken.every((each) => each.name !== name)) return name;
  }
};

/** A venue with one thing more, and where that is. */
export interface Added {
  readonly venue: EditedVenue;
  readonly ref: FeatureRef;
}

/** Adds what was just drawn; `word` names its sort in the reader's language. */
export const withDrawn = (
  venue: EditedVenue,
  list: FeatureList,
  drawn: readonly (readonly number[])[],
  word: string,
): Added => {
  const corners = drawn.map(rounded);
  if (list === 'zones') return withZone(venue, corners, word);
  if (list === 'cameras') return withCamera(venue, corners, word);
  if (list === 'passages') return withPassage(venue, corners, word);
  const walls = [...(venue.walls ?? []), corners];
  return { venue: { ...venue, walls }, ref: { list, index: walls.length - 1 } };
};

const withZone = (venue: EditedVenue, polygon: Coordinates[], word: string): Added => {
  const name = freeName(word, venue.zones);
  const zone: ZoneDefinition = { id: freeId(name, venue.zones), name, kind: 'walkway', polygon };
  return {
    venue: { ...venue, zones: [...venue.zones, zone] },
    ref: { list: 'zones', index: venue.zones.length },
  };
};

/** On the box of the camera that was added last: cameras of one box are mostly drawn one after the other. */
const withCamera = (venue: EditedVenue, area: Coordinates[], word: string): Added => {
  const name = freeName(word, venue.cameras);
  const edge = venue.cameras.at(-1)?.edge ?? 'edge-1';
  const camera: CameraDefinition = { id: freeId(name, venue.cameras), name, edge, area };
  return {
    venue: { ...venue, cameras: [...venue.cameras, camera] },
    ref: { list: 'cameras', index: venue.cameras.length },
  };
};

const withPassage = (venue: EditedVenue, line: Coordinates[], word: string): Added => {
  const [from = [0, 0], to = [0, 0]] = [line[0], line.at(-1)];
  const name = freeName(word, venue.passages);
  const passage: PassageDefinition = {
    id: freeId(name, venue.passages),
    name,
    ...endsBeside([from, to], venue.zones),
    line: [from, to],
  };
  return {
    venue: { ...venue, passages: [...venue.passages, passage] },
    ref: { list: 'passages', index: venue.passages.length },
  };
};

/** Metres between what is drawn and what is put beside it. */
const GAP = 2;

/** Corners to begin with where nobody draws: to the right of all that there is, at the lower edge. */
export const placeholderCorners = (venue: EditedVenue, list: FeatureList): Coordinates[] => {
  const all = [
    ...venue.zones.flatMap(({ polygon }) => polygon),
    ...venue.cameras.flatMap(({ area }) => area),
  ];
  const x = all.length === 0 ? 0 : Math.max(...all.map((corner) => corner[0])) + GAP;
  const y = all.length === 0 ? 0 : Math.min(...all.map((corner) => corner[1]));
  const size = list === 'passages' ? 2 : 10;
  const line: Coordinates[] = [
    [x, y],
    [x, y + size],
  ];
  const box: Coordinates[] = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
  return (list === 'zones' || list === 'cameras' ? box : line).map(rounded);
};
