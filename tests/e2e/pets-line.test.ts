import { describe, expect, it } from 'vitest';
import { availability } from '../reference/support/shared-data.js';
import { connectLive, latest } from '../support/live-client.js';
import { startMosquitto } from '../support/mosquitto.js';
import { PETS, petsScene } from '../support/pets-scene.js';
import { startRtspServer } from '../support/rtsp-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startEdge, startServer } from '../support/throng.js';
import { repeated } from '../support/video.js';

const { present, note } = availability(PETS);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of the true mean by which the mean count over the recording may be off. */
const TOLERANCE = 0.25;

describe.runIf(present)(`a recorded crowd, from its camera to the live channel${note}`, () => {
  it('[E] RTSP → agent → Mosquitto → server → /ws counts it within 25 % of the truth', async () => {
    const scene = petsScene();
    const folder = await temporaryFolder();
    const broker = await startMosquitto();
    // Played three times in a row, so that any stretch of its length shows every frame once.
    const camera = await startRtspServer(await repeated(scene.video, 3));
    const server = await startServer(folder, scene.venue('gate-box'), { broker: broker.url });
    const live = await connectLive(server.origin);
    await startEdge(folder, 'edge', {
      edge: 'gate-box',
      venue: 'venue.yml',
      broker: { url: broker.url },
      cameras: [
        { id: 'view-1', source: camera.url, framesPerSecond: 7, calibration: scene.calibration },
      ],
    });

    const seconds = Math.floor(scene.seconds);
    const readings = await live.until(
      `${seconds} s of readings`,
      (messages) => {
        const byTime = new Map(
          latest(messages, 'zones').flatMap(({ at, reading }) =>
            at === null || reading === null ? [] : [[at, reading] as const],
          ),
        );
        return byTime.size >= seconds ? [...byTime.values()] : undefined;
      },
      90_000,
    );

    const counted = mean(readings.map(({ persons }) => persons));
    const truth = mean(scene.persons);
    console.log(`counted ${counted.toFixed(1)} persons on average, truly ${truth.toFixed(1)}`);
    expect(Math.abs(counted - truth) / truth).toBeLessThan(TOLERANCE);
    for (const { density, sigma } of readings) {
      expect(density).toBeLessThan(2);
      expect(sigma).toBeGreaterThan(0);
    }
    expect(latest(live.messages, 'cameras').at(-1)).toMatchObject({ state: 'live', fault: null });
  });
});
