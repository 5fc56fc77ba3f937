import type { VenueDefinition } from '@throng/contract';

type Corner = [number, number];
const box = (x1: number, y1: number, x2: number, y2: number): Corner[] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];

/** A made-up hall: three gates, a concourse, stairs, a standing area; the plaza has no camera. */
export const fixtureVenue: VenueDefinition = {
  id: 'north-hall',
  name: 'North Hall',
  zones: [
    { id: 'gate-a', name: 'Gate A queue', kind: 'queue', polygon: box(4, 4, 28, 20) },
    {
      id: 'gate-b',
      name: 'Gate B queue',
      kind: 'queue',
      polygon: box(34, 4, 58, 20),
      bands: { watch: 1.5, warning: 3.5, critical: 4.7, emergency: 5.3 },
    },
    { id: 'gate-c', name: 'Gate C queue', kind: 'queue', polygon: box(64, 4, 88, 20) },
    { id: 'concourse', name: 'South concourse', kind: 'walkway', polygon: box(4, 24, 100, 36) },
    { id: 'east-stairs', name: 'East stairs', kind: 'stairs', polygon: box(104, 24, 112, 50) },
    {
      id: 'standing',
      name: 'Standing area',
      kind: 'viewing',
      polygon: [
        [26, 42],
        [78, 42],
        [86, 58],
        [78, 76],
        [26, 76],
        [18, 58],
      ],
    },
    {
      id: 'west-passage',
      name: 'West passage',
      kind: 'walkway',
      polygon: [
        [4, 40],
        [14, 40],
        [14, 70],
        [20, 80],
        [4, 80],
      ],
    },
    { id: 'plaza', name: 'North-east plaza', kind: 'walkway', polygon: box(92, 56, 116, 80) },
  ],
  passages: [
    {
      id: 'door-a',
      name: 'Door A',
      from: 'gate-a',
      to: 'concourse',
      line: [
        [10, 22],
        [22, 22],
      ],
    },
    {
      id: 'door-b',
      name: 'Door B',
      from: 'gate-b',
      to: 'concourse',
      line: [
        [42, 22],
        [50, 22],
      ],
    },
    {
      id: 'door-c',
      name: 'Door C',
      from: 'gate-c',
      to: 'concourse',
      line: [
        [72, 22],
        [80, 22],
      ],
    },
    {
      id: 'hall',
      name: 'Hall door',
      from: 'concourse',
      to: 'standing',
      line: [
        [46, 39],
        [58, 39],
      ],
    },
    {
      id: 'exit-a',
      name: 'Street A',
      from: 'outside',
      to: 'gate-a',
      line: [
        [12, 3],
        [20, 3],
      ],
    },
  ],
  cameras: [
    { id: 'cam-1', name: 'Mast gate A', edge: 'edge-south', area: box(4, 4, 28, 20) },
    { id: 'cam-2', name: 'Mast gate B', edge: 'edge-south', area: box(34, 4, 58, 20) },
    { id: 'cam-3', name: 'Mast gate C', edge: 'edge-south', area: box(64, 4, 88, 20) },
    { id: 'cam-4', name: 'Concourse west', edge: 'edge-south', area: box(4, 24, 62, 36) },
    { id: 'cam-5', name: 'Concourse east', edge: 'edge-south', area: box(62, 24, 100, 36) },
    { id: 'cam-6', name: 'Stair head', edge: 'edge-north', area: box(104, 24, 112, 50) },
    { id: 'cam-7', name: 'Truss left', edge: 'edge-north', area: box(18, 42, 52, 76) },
    { id: 'cam-8', name: 'Truss right', edge: 'edge-north', area: box(52, 42, 86, 76) },
    { id: 'cam-9', name: 'West passage', edge: 'edge-north', area: box(4, 40, 17, 80) },
  ],
  walls: [
    [
      [2, 22],
      [10, 22],
    ],
    [
      [22, 22],
      [42, 22],
    ],
    [
      [50, 22],
      [72, 22],
    ],
    [
      [80, 22],
      [102, 22],
      [102, 2],
    ],
    [
      [2, 2],
      [2, 82],
      [118, 82],
      [118, 22],
      [102, 22],
    ],
    [
      [16, 39],
      [46, 39],
    ],
    [
      [58, 39],
      [90, 39],
      [90, 54],
    ],
    [
      [31, 2],
      [31, 14],
    ],
    [
      [61, 2],
      [61, 14],
    ],
  ],
};
