import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { connectLive, latest } from '../support/live-client.js';
import { startMosquitto } from '../support/mosquitto.js';
import { startRtspServer } from '../support/rtsp-server.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startEdge, startServer } from '../support/throng.js';
import { testCard } from '../support/video.js';

const square = (left: number): [number, number][] => [
  [left, 0],
  [left + 6, 0],
  [left + 6, 6],
  [left, 6],
];

const venue = {
  id: 'hall',
  name: 'Hall',
  zones: ['west', 'east'].map((id, index) => ({
    id,
    name: id,
    kind: 'walkway',
    polygon: square(index * 10),
  })),
  passages: [],
  cameras: ['west', 'east'].map((id, index) => ({
    id,
    name: id,
    edge: 'hall-box',
    area: square(index * 10),
  })),
};

/** A camera that looks straight at its square: the picture's corners are the square's. */
const calibration = (left: number) => ({
  imageSize: [320, 240],
  pairs: [
    { pixel: [40, 230], ground: [left, 0] },
    { pixel: [280, 230], ground: [left + 6, 0] },
    { pixel: [230, 60], ground: [left + 6, 6] },
    { pixel: [90, 60], ground: [left, 6] },
  ],
  cameraPosition: [left + 3, -6, 5],
});

describeWith(['ffmpeg', 'rtspPython', 'mosquitto'], 'a dead camera beside a live one', () => {
  it('[E] leaves its own zone unknown and raises an alert; the other is measured on', async () => {
    const folder = await temporaryFolder();
    const broker = await startMosquitto();
    const west = await startRtspServer(await testCard({ seconds: 120 }));
    const server = await startServer(folder, venue, { broker: broker.url });
    const live = await connectLive(server.origin);
    const agent = await startEdge(folder, 'edge', {
      edge: 'hall-box',
      venue: 'venue.yml',
      broker: { url: broker.url },
      cameras: [
        { id: 'west', source: west.url, calibration: calibration(0) },
        {
          id: 'east',
          source: `rtsp://127.0.0.1:${await freePort()}/nobody`,
          calibration: calibration(10),
        },
      ],
    });

    const alert = await live.until(
      'the alert of the dead camera',
      (messages) =>
        latest(messages, 'alerts').find(
          ({ reason }) => reason.kind === 'camera-lost' && reason.camera === 'east',
        ),
      60_000,
    );
    expect(alert).toMatchObject({
      category: 'system',
      state: 'active',
      reason: { zones: ['east'] },
    });

    const readings = (messages: typeof live.messages, zone: string) =>
      latest(messages, 'zones').filter((state) => state.zone === zone && state.reading !== null);
    await live.until(
      'ten seconds of the living camera',
      (messages) => new Set(readings(messages, 'west').map(({ at }) => at)).size >= 10 || undefined,
      60_000,
    );
    expect(readings(live.messages, 'east')).toEqual([]);
    expect(latest(live.messages, 'zones').findLast(({ zone }) => zone === 'east')).toMatchObject({
      reading: null,
    });

    // And the living one dies in front of us.
    await west.server.stop();
    await live.until(
      'the west zone to become unknown',
      (messages) => {
        const now = latest(messages, 'zones').findLast(({ zone }) => zone === 'west');
        return now?.reading === null || undefined;
      },
      60_000,
    );
    expect((await agent.stop()).code).toBe(0);
  });
});
