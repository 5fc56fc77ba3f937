import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { connectLive, latest } from '../support/live-client.js';
import { startMosquitto } from '../support/mosquitto.js';
import { startRtspServer } from '../support/rtsp-server.js';
import { cameraOver, hallBox, smallHall } from '../support/small-hall.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startEdge, startServer } from '../support/throng.js';
import { testCard } from '../support/video.js';

describeWith(['ffmpeg', 'rtspPython', 'mosquitto'], 'cameras that fail', () => {
  it('[E] a dead one leaves its own zone unknown and raises an alert; the other is measured on', async () => {
    const folder = await temporaryFolder();
    const broker = await startMosquitto();
    const west = await startRtspServer(await testCard({ seconds: 120 }));
    const server = await startServer(folder, smallHall('west', 'east'), { broker: broker.url });
    const live = await connectLive(server.origin);
    const nobody = `rtsp://127.0.0.1:${await freePort()}/nobody`;
    const agent = await startEdge(
      folder,
      'edge',
      hallBox(broker.url, [cameraOver('west', 0, west.url), cameraOver('east', 1, nobody)]),
    );

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
  it('[E] one that ends its stream cleanly, as in a reboot, is opened again', async () => {
    const folder = await temporaryFolder();
    const broker = await startMosquitto();
    const west = await startRtspServer(await testCard({ seconds: 4 }));
    const server = await startServer(folder, smallHall('west'), { broker: broker.url });
    const live = await connectLive(server.origin);
    await startEdge(folder, 'edge', hallBox(broker.url, [cameraOver('west', 0, west.url)]));
    await live.until(
      'the camera to be live, lost, and live again',
      (messages) => {
        const states = latest(messages, 'cameras').map(({ state }) => state);
        const lost = states.findIndex(
          (state, index) => state !== 'live' && states[index - 1] === 'live',
        );
        return (lost > 0 && states.indexOf('live', lost) > 0) || undefined;
      },
      60_000,
    );
  });
});
