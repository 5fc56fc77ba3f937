import { parseSimulatedVenue, type SimulatedVenue } from '@throng/simulation';

export interface OneDoor {
  /** Clear width of the door, metres. */
  readonly width: number;
  /** Persons/(s·m) that it is given in the venue's file. */
  readonly capacity: number;
  /** People who come to pass it, and the seconds within which they do. */
  readonly crowd: number;
  readonly within: number;
  /** Metres of the hall before the door, and across. */
  readonly before: number;
  readonly across: number;
}

/** A crowd in a hall, and one door out of it: the experiment of every laboratory. */
export const oneDoor = ({
  across,
  before,
  capacity,
  crowd,
  width,
  within,
}: OneDoor): SimulatedVenue => {
  const rectangle = (from: number, to: number, wide = across) => [
    [(across - wide) / 2, from],
    [(across + wide) / 2, from],
    [(across + wide) / 2, to],
    [(across - wide) / 2, to],
  ];
  const line = (y: number, length: number) => [
    [(across - length) / 2, y],
    [(across + length) / 2, y],
  ];
  const checked = parseSimulatedVenue({
    venue: {
      id: 'one-door',
      name: 'One door',
      zones: [{ id: 'hall', name: 'Hall', kind: 'walkway', polygon: rectangle(-before, 0) }],
      passages: [
        { id: 'in', name: 'In', from: 'outside', to: 'hall', line: line(-before, across) },
        { id: 'door', name: 'Door', from: 'hall', to: 'outside', line: line(0, width) },
      ],
      cameras: [{ id: 'above', name: 'Above', edge: 'edge', area: rectangle(-before, 0) }],
    },
    simulation: {
      phases: [{ id: 'run', seconds: 600, arrivals: 0 }],
      entrances: [
        {
          passage: 'in',
          share: 1,
          full: 10,
          bursts: { first: 1, every: 600, persons: crowd, within },
        },
      ],
      doors: [
        { passage: 'in', capacity: 3, oneWay: true },
        { passage: 'door', capacity, oneWay: true },
      ],
      places: [{ id: 'mouth', zone: 'hall', polygon: rectangle(-1, 0, width) }],
      itineraries: [{ id: 'through', share: 1, stops: [{ place: 'mouth', seconds: [0, 0] }] }],
      cameras: [],
    },
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
};

/** Persons who have passed the door, second by second. @param truths one for each second. */
export const doorCounts = (
  truths: readonly { readonly passages: Readonly<Record<string, { readonly in: number }>> }[],
): number[] => truths.map(({ passages }) => passages.door?.in ?? Number.NaN);
