import { ok, type VenueDefinition } from '@throng/contract';
import { onTestFinished } from 'vitest';
import { MqttPublisher } from '../../edge-agent/src/adapters/mqtt/mqtt-publisher.js';
import { systemClock } from '../../edge-agent/src/adapters/system-clock.js';
import { MemorySpool } from '../../edge-agent/src/spool/memory-spool.js';
import { anonymize } from '../../edge-agent/src/stages/anonymize.js';
import { sampleView } from '../unit/edge-agent/support/sample-camera.js';

/** A floor of 10 m × 10 m in two zones, under the one camera of `box-1`. */
export const FLOOR: VenueDefinition = {
  id: 'hall',
  name: 'Hall',
  zones: [0, 5].map((left) => ({
    id: left === 0 ? 'west' : 'east',
    name: left === 0 ? 'West' : 'East',
    kind: 'walkway',
    polygon: [
      [left, 0],
      [left + 5, 0],
      [left + 5, 10],
      [left, 10],
    ],
  })),
  passages: [],
  cameras: [
    {
      id: 'cam-1',
      name: 'Camera 1',
      edge: 'box-1',
      area: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    },
  ],
};

const SECOND = 1_000;

/**
 * The way out of a real agent (spool, publisher) without its cameras: once a second a window in which
 * `west` holds `density` persons/m².
 */
export const boxOfWindows = (url: string, density: number) => {
  const view = sampleView();
  const publisher = new MqttPublisher({
    url,
    address: async () => ok({ url }),
    venue: FLOOR.id,
    edge: 'box-1',
    spool: new MemorySpool({ bytes: 1e6, ageMs: 1e12 }),
    latePerSecond: 100,
    needsServer: true,
    clock: systemClock,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  let sequence = 0;
  const send = (): void => {
    const persons = density * 50;
    publisher.publish(
      anonymize(
        {
          start: Date.now() - SECOND,
          seconds: 1,
          sequence,
          passages: [],
          measurement: {
            zones: [{ zone: 'west', persons, sigma: 3, area: 50, densityP95: density * 1.2 }],
            cells: new Float64Array(view.ownedArea.length),
          },
          fault: undefined,
          frames: { captured: 10, processed: 10, superseded: 0, failed: 0 },
          latency: undefined,
        },
        view,
        { venue: FLOOR.id, edge: 'box-1', bootId: '00112233aabbccdd' },
      ),
    );
    sequence += 1;
  };
  const timer = setInterval(send, SECOND);
  onTestFinished(async () => {
    clearInterval(timer);
    await publisher.close();
  });
  return {
    /** Windows that were measured until now. */
    get measured() {
      return sequence;
    },
    /** Measures no more; what waits is still sent. */
    stop: () => clearInterval(timer),
  };
};
