import { connectAsync } from 'mqtt';
import { expect, it } from 'vitest';
import { start } from '../../support/child.js';
import { eventually } from '../../support/eventually.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { startRtspServer } from '../../support/rtsp-server.js';
import { describeWith, toolPath } from '../../support/system-tools.js';
import { testCard } from '../../support/video.js';

/** When an end-to-end test fails, these tell whether the peers or the product are to blame. */
const framesRead = async (url: string): Promise<number> => {
  const reader = start(toolPath('ffmpeg'), [
    ...['-v', 'error', '-rtsp_transport', 'tcp', '-i', url],
    ...['-f', 'framecrc', '-'],
  ]);
  await reader.ended;
  return reader.lines.filter((line) => /^0,/.test(line)).length;
};

describeWith(['ffmpeg', 'rtspPython'], 'the RTSP server of the tests', () => {
  it('[I] plays a whole video to a reader', async () => {
    const camera = await startRtspServer(await testCard({ seconds: 2, fps: 5 }));
    expect(await framesRead(camera.url)).toBe(10);
  });

  it('[I] plays to nobody without the password', async () => {
    const login = { user: 'guard', password: 'p@ss/w:rd' };
    const camera = await startRtspServer(await testCard({ seconds: 1 }), login);
    expect(await framesRead(camera.url)).toBe(5);
    expect(await framesRead(`rtsp://127.0.0.1:${camera.port}/camera`)).toBe(0);
  });
});

describeWith(['mosquitto'], 'the broker of the tests', () => {
  it('[I] passes a message on, and comes back on the same port', async () => {
    const first = await startMosquitto();
    const client = await connectAsync(first.url);
    const heard: string[] = [];
    client.on('message', (_topic, payload) => heard.push(payload.toString()));
    await client.subscribeAsync('greeting');
    await client.publishAsync('greeting', 'hello');
    await eventually('the message', () => heard[0]);
    await client.endAsync();
    await first.broker.stop();
    const second = await startMosquitto({ port: first.port });
    expect(second.url).toBe(first.url);
  });
});
