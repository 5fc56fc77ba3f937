import { expect, it } from 'vitest';
import { connectLive, latest } from '../support/live-client.js';
import { startMosquitto } from '../support/mosquitto.js';
import { cameraOver, hallBox, smallHall } from '../support/small-hall.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startEdge, startServer } from '../support/throng.js';
import { testCard } from '../support/video.js';

describeWith(['ffmpeg', 'mosquitto'], 'two agents with one id', () => {
  it('[E] are refused audibly: an alert names the id, both keep saying so', async () => {
    const folder = await temporaryFolder();
    const broker = await startMosquitto();
    const server = await startServer(folder, smallHall('west'), { broker: broker.url });
    const live = await connectLive(server.origin);
    const camera = cameraOver('west', 0, await testCard({ seconds: 5 }));
    const settings = hallBox(broker.url, [{ ...camera, loop: true }]);
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
