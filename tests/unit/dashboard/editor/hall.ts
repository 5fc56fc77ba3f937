import type {
  EditedVenue,
  VenueDraft,
} from '../../../../dashboard/src/state/editor/venue-draft.js';

/** Two rooms in a row, 20 × 10 m each, a street door in the west, one camera over both. */
export const hall: EditedVenue = {
  id: 'hall',
  name: 'Hall',
  zones: [
    {
      id: 'west',
      name: 'West room',
      kind: 'walkway',
      polygon: [
        [0, 0],
        [20, 0],
        [20, 10],
        [0, 10],
      ],
    },
    {
      id: 'east',
      name: 'East room',
      kind: 'walkway',
      polygon: [
        [20, 0],
        [40, 0],
        [40, 10],
        [20, 10],
      ],
    },
  ],
  passages: [
    {
      id: 'street',
      name: 'Street door',
      from: 'outside',
      to: 'west',
      line: [
        [0, 3],
        [0, 7],
      ],
    },
    {
      id: 'middle',
      name: 'Middle door',
      from: 'west',
      to: 'east',
      line: [
        [20, 7],
        [20, 3],
      ],
    },
  ],
  cameras: [
    {
      id: 'mast',
      name: 'Mast',
      edge: 'box-1',
      area: [
        [0, 0],
        [40, 0],
        [40, 10],
        [0, 10],
      ],
    },
  ],
  walls: [
    [
      [0, 0],
      [40, 0],
    ],
  ],
};

export const hallDraft: VenueDraft = { venue: hall, calendar: { plans: [], events: [] } };
