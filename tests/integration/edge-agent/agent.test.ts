import { decode, type EdgeHealth, type MeasurementWindow } from '@throng/contract';
import { assembleAgent, readSettings } from '@throng/edge-agent';
import mqtt from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { writeTinySsd } from '../inference/support/tiny-ssd.js';
import { agentFiles, MODELS } from './support/agent-files.js';
import { SQUARES, squaresVideo } from './support/squares-video.js';

const startFrom = async (config: string, lines: string[] = []) => {
  const settings = await readSettings(config, {});
  if (!settings.ok) throw new Error(settings.message);
  const say = (details: object, message: string) =>
    lines.push(`${message} ${JSON.stringify(details)}`);
  const agent = await assembleAgent(settings.value, { info: say, warn: say, error: say });
  if (agent.ok) onTestFinished(() => agent.value.stop());
  return agent;
};

const listen = async (url: string) => {
  const client = await mqtt.connectAsync(url);
  onTestFinished(() => client.endAsync(true));
  const windows: MeasurementWindow[] = [];
  const statuses: string[] = [];
  const healths: EdgeHealth[] = [];
  client.on('message', (topic, payload) => {
    const decoded = decode(topic, payload);
    if (!decoded.ok) throw new Error(decoded.message);
    if (decoded.value.channel === 'window') windows.push(decoded.value.message);
    if (decoded.value.channel === 'health') healths.push(decoded.value.message);
    if (decoded.value.channel === 'status') statuses.push(decoded.value.message);
  });
  await client.subscribeAsync('throng/v1/#', { qos: 1 });
  return { windows, statuses, healths };
};

describeWith(['ffmpeg', 'mosquitto'], '[I] edge agent', () => {
  it('counts the people of a video, beside a camera that does not answer', async () => {
    const { url } = await startMosquitto();
    const { windows, statuses } = await listen(url);
    const lines: string[] = [];
    const config = await agentFiles(url, [
      { id: 'cam-1', source: await squaresVideo(), loop: true, framesPerSecond: 10 },
      { id: 'cam-2', source: 'rtsp://viewer:s3cret@127.0.0.1:9/live' },
    ]);
    const agent = await startFrom(config, lines);
    expect(agent.ok).toBe(true);
    const whole = await eventually('a whole window of cam-1', () =>
      windows.find(({ camera, frames }) => camera === 'cam-1' && frames.processed >= 5),
    );
    expect(whole.zones).toMatchObject([{ zone: 'floor', persons: SQUARES.length }]);
    expect(whole.grid?.cells.some((cell) => cell !== null && cell > 0)).toBe(true);
    expect(whole.latency?.p95).toBeLessThan(1_000);
    const dead = await eventually('a window of cam-2', () =>
      windows.find(({ camera }) => camera === 'cam-2'),
    );
    expect(dead).toMatchObject({ fault: 'no-signal', zones: [] });
    if (agent.ok) await agent.value.stop();
    await eventually('offline', () => statuses.find((status) => status === 'offline'));
    expect(lines.join('\n')).toContain('camera lost');
    expect(lines.join('\n')).not.toContain('s3cret');
    const sequences = windows.filter(({ camera }) => camera === 'cam-1').map((w) => w.sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index));
  });

  it('counts with COCO-SSD, and says in its health what that runs on', async () => {
    const { url } = await startMosquitto();
    const { windows, healths } = await listen(url);
    const folder = await temporaryFolder();
    await writeTinySsd(folder);
    const config = await agentFiles(
      url,
      [{ id: 'cam-1', source: await squaresVideo(), loop: true, framesPerSecond: 5 }],
      { models: { person: `coco-ssd:${folder}`, density: MODELS.density } },
    );
    await startFrom(config);
    const health = await eventually('a health', () => healths[0]);
    expect(health.models).toMatchObject({
      ...{ person: 'coco-ssd', provider: 'cpu', personProvider: 'wasm' },
    });
    await eventually('a window of measured frames', () =>
      windows.find(({ frames, fault }) => frames.processed > 0 && fault === undefined),
    );
  });

  it('is finished when its only video has been played', async () => {
    const { url } = await startMosquitto();
    const { windows } = await listen(url);
    const video = await squaresVideo({ seconds: 2, fps: 5 });
    const agent = await startFrom(await agentFiles(url, [{ id: 'cam-1', source: video }]));
    if (!agent.ok) throw new Error(agent.message);
    await agent.value.finished;
    await agent.value.stop();
    await eventually('all frames', () => {
      const processed = windows.reduce((sum, { frames }) => sum + frames.processed, 0);
      const superseded = windows.reduce((sum, { frames }) => sum + frames.superseded, 0);
      return processed + superseded >= 9 ? true : undefined;
    });
  });

  it('says all that keeps it from starting', async () => {
    const config = await agentFiles('mqtt://127.0.0.1:1883', [
      { id: 'cam-1', source: 'no-such-video.mp4' },
      { id: 'cam-2', source: 'rtsp://127.0.0.1/live', passwordFile: 'no-such-secret' },
    ]);
    const agent = await startFrom(config);
    expect(agent).toMatchObject({ ok: false, code: 'cannot-start' });
    expect(!agent.ok && agent.message).toMatch(/cam-1.*no-such-video[\s\S]*cam-2.*no-such-secret/);
  });
});
