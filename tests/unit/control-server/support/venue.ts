import type { MeasurementWindow, VenueDefinition } from '@throng/contract';
import { toTimestamp } from '@throng/contract';
import { planVenue, type Rules } from '@throng/control-server';

/** 2026-07-04T19:30:00Z, a whole second. */
export const START = Date.UTC(2026, 6, 4, 19, 30);

/**
 * Two zones of 100 m² side by side. `west` is seen by two cameras of one box, half each;
 * `east`, which has a gate of its own, by one camera of another box.
 */
export const VENUE: VenueDefinition = {
  id: 'hall',
  name: 'Hall',
  zones: [
    { id: 'west', name: 'West', kind: 'walkway', polygon: rectangle(0, 0, 10, 10) },
    { id: 'east', name: 'East', kind: 'viewing', polygon: rectangle(10, 0, 20, 10) },
  ],
  passages: [
    {
      id: 'middle',
      name: 'Middle',
      from: 'west',
      to: 'east',
      line: [
        [10, 2],
        [10, 8],
      ],
    },
    {
      id: 'gate',
      name: 'Gate',
      from: 'outside',
      to: 'east',
      line: [
        [20, 2],
        [20, 8],
      ],
    },
  ],
  cameras: [
    { id: 'south', name: 'South', edge: 'box-1', area: rectangle(0, 0, 10, 5) },
    { id: 'north', name: 'North', edge: 'box-1', area: rectangle(0, 5, 10, 10) },
    { id: 'stage', name: 'Stage', edge: 'box-2', area: rectangle(10, 0, 20, 10) },
  ],
};

function rectangle(x1: number, y1: number, x2: number, y2: number): [number, number][] {
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
}

export const PLAN = planVenue(VENUE);

export const RULES: Rules = {
  staleAfterSeconds: 5,
  lateAfterSeconds: 5,
  futureToleranceSeconds: 5,
  alerts: {
    ...{ onDelaySeconds: 10, emergencyOnDelaySeconds: 5, offDelaySeconds: 30, deadband: 0.1 },
    unansweredAfterSeconds: 60,
    raisedBy: ['stop-and-go', 'counterflow', 'slowed-outflow', 'compression'],
  },
};

export const BOOT = '00000000000000aa';

const SEEN = {
  south: ['west', 'box-1', 50],
  north: ['west', 'box-1', 50],
  stage: ['east', 'box-2', 100],
} as const;
export type CameraId = keyof typeof SEEN;

/** A window of one second that ends `end` seconds after START, with the density given on its camera's ground. */
export const windowAt = (
  camera: CameraId,
  end: number,
  density = 0.5,
  change: Partial<MeasurementWindow> = {},
): MeasurementWindow => {
  const [zone, edge, area] = SEEN[camera];
  return {
    v: 1,
    venue: 'hall',
    edge,
    camera,
    bootId: BOOT,
    sequence: end,
    start: toTimestamp(START + (end - 1) * 1_000),
    seconds: 1,
    zones: [{ zone, persons: density * area, sigma: 3, area, densityP95: density * 1.5 }],
    passages: [],
    frames: { captured: 10, processed: 10, superseded: 0, failed: 0 },
    ...change,
  };
};
