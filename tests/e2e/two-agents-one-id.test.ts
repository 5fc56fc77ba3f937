import { expect, it } from 'vitest';
import { connectLive, latest } from '../support/live-client.js';
import { startMosquitto } from '../support/mosquitto.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startEdge, startServer } from '../support/throng.js';
import { testCard } from '../support/video.js';

const area: [number, number][] = [
  [0, 0],
  [6, 0],
  [6, 6],
  [0, 6],
];

const venue = {
  id: 'hall',
  name: 'Hall',
  zones: [{ id: 'hall', name: 'Hall', kind: 'walkway', polygon: area }],
  passages: [],
  cameras: [{ id: 'hall-cam', name: 'Hall', edge: 'hall-box', area }],
};

describeWith(['ffmpeg', 'mosquitto'], 'two agents with one id', () => {
  it('[E] are refused audibly: an alert names the id, both keep saying so', async () => {
    const folder = await temporaryFolder();
    const broker = await startMosquitto();
    const server = await startServer(folder, venue, { broker: broker.url });
    const live = await connectLive(server.origin);
    const settings = {
      edge: 'hall-box',
      venue: 'venue.yml',
      broker: { url: broker.url },
      cameras: [
        {
          id: 'hall-cam',
          source: await testCard({ seconds: 5 }),
          loop: true,
          calibration: {
            imageSize: [320, 240],
            pairs: [
              { pixel: [40, 230], ground: [0, 0] },
              { pixel: [280, 230], ground: [6, 0] },
              { pixel: [230, 60], ground: [6, 6] },
              { pixel: [90, 60], ground: [0, 6] },
            ],
            cameraPosition: [3, -6, 5],
          },
        },
      ],
    };
    await startEdge(folder, 'first', settings);
    await startEdge(folder, 'second', settings);
    const alert = await live.until(
      'the alert',
      (messages) =>
        latest(messages, 'alerts').find(({ reason }) => reason.kind === 'duplicate-edge'),
      90_000,
    );
    expect(alert).toMatchObject({ category: 'system', reason: { edge: 'hall-box' } });
  });
});
