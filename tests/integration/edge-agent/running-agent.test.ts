import { readFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { decode, type MeasurementWindow } from '@throng/contract';
import mqtt from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { start } from '../../support/child.js';
import { commandOf, descendants, isAlive } from '../../support/descendants.js';
import { eventually } from '../../support/eventually.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { startRtspServer } from '../../support/rtsp-server.js';
import { describeWith } from '../../support/system-tools.js';
import { EDGE } from '../../support/throng.js';
import { testCard } from '../../support/video.js';
import { agentFiles } from './support/agent-files.js';
import { squaresVideo, VIDEO } from './support/squares-video.js';

const run = async (config: string) => {
  const agent = start(process.execPath, [EDGE, 'run', '--config', config]);
  await agent.line(/"measuring"/);
  return agent;
};

/** All that travels through the broker: windows decoded, everything as text. */
const listen = async (url: string) => {
  const client = await mqtt.connectAsync(url);
  onTestFinished(() => client.endAsync(true));
  const texts: string[] = [];
  const windows: MeasurementWindow[] = [];
  client.on('message', (topic, payload) => {
    texts.push(`${topic} ${payload.toString()}`);
    const decoded = decode(topic, payload);
    if (decoded.ok && decoded.value.channel === 'window') windows.push(decoded.value.message);
  });
  await client.subscribeAsync('#', { qos: 1 });
  const of = (camera: string) => windows.filter((window) => window.camera === camera);
  return { texts, of };
};

/** Changes the settings of a file: `change` gets what it holds. */
const edit = async (config: string, change: (settings: { cameras: object[] }) => object) =>
  writeFile(config, stringify(change(parse(await readFile(config, 'utf8')))));

const procOf = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};

describeWith(['ffmpeg', 'mosquitto', 'rtspPython'], '[I] running agent', () => {
  it('shows a camera’s password in no process, no line and no message', async () => {
    const { url } = await startMosquitto();
    const { of, texts } = await listen(url);
    const password = `p@:/?#% "'&ü\\x`;
    const user = 'view er';
    const size = `${VIDEO.width}x${VIDEO.height}`;
    const card = await testCard({ seconds: 60, size });
    const { port } = await startRtspServer(card, { user, password });
    const wrong = 'wr0ng:p@ss/w?rd';
    const source = `rtsp://127.0.0.1:${port}/camera`;
    const config = await agentFiles(url, [
      { id: 'cam-1', source, username: user, passwordFile: 'secret' },
      { id: 'cam-2', source: `rtsp://${user}:${wrong}@127.0.0.1:${port}/camera?key=t0ken` },
    ]);
    await writeFile(join(dirname(config), 'secret'), `${password}\n`);
    const agent = await run(config);
    await eventually('a measured window', () => of('cam-1').find(({ fault }) => !fault), 30_000);
    await agent.line(/camera lost/);
    const children = descendants(agent.pid);
    const shown = [agent.pid, ...children]
      .map((pid) => `${procOf(pid, 'cmdline')} ${procOf(pid, 'environ')} ${commandOf(pid)}`)
      .join('\n');
    expect(shown).toContain('ffmpeg');
    await eventually('a health', () => texts.some((text) => text.includes('/health')) || undefined);
    const all = [shown, ...agent.lines, ...texts].join('\n');
    for (const secret of [password, wrong, 't0ken']) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(encodeURIComponent(secret));
    }
    expect((await agent.stop()).code).toBe(0);
  });

  it('takes over changed cameras on SIGHUP; the others keep stream and sequence', async () => {
    const { url } = await startMosquitto();
    const { of } = await listen(url);
    const video = await squaresVideo();
    const config = await agentFiles(url, [
      { id: 'cam-1', source: video, loop: true },
      { id: 'cam-2', source: video, loop: true },
    ]);
    const agent = await run(config);
    await eventually('both cameras', () => (of('cam-1')[0] && of('cam-2')[0]) || undefined, 30_000);
    const kept = descendants(agent.pid).filter((pid) => commandOf(pid).includes('ffmpeg'));
    expect(kept).toHaveLength(2);

    await edit(config, () => ({ edge: 'box-1', cameras: [{ id: 'cam-1' }] }));
    process.kill(agent.pid, 'SIGHUP');
    await agent.line(/settings have faults/);

    const faster = { id: 'cam-2', source: video, loop: true, framesPerSecond: 8 };
    const next = await agentFiles(url, [{ id: 'cam-1', source: video, loop: true }, faster]);
    await copyFile(next, config);
    process.kill(agent.pid, 'SIGHUP');
    await agent.line(/"changed":\["cam-2"\].*settings taken over/);
    const now = await eventually('the new ffmpeg', () => {
      const running = descendants(agent.pid).filter((pid) => commandOf(pid).includes('ffmpeg'));
      const isNew = running.some((pid) => !kept.includes(pid));
      return running.length === 2 && isNew ? running : undefined;
    });
    expect(now.filter((pid) => kept.includes(pid))).toHaveLength(1);
    const before = of('cam-2').length;
    await eventually('more of both', () => of('cam-2').length > before + 3 || undefined, 20_000);
    await agent.stop();
    for (const camera of ['cam-1', 'cam-2']) {
      const sequences = of(camera).map(({ sequence }) => sequence);
      expect(sequences).toEqual(sequences.map((_, index) => index));
      expect(new Set(of(camera).map(({ bootId }) => bootId)).size).toBe(1);
    }
  });

  it('takes over cameras as the file is saved, where it is told to', async () => {
    const { url } = await startMosquitto();
    const { of } = await listen(url);
    const video = await squaresVideo();
    const camera = { id: 'cam-1', source: video, loop: true };
    const config = await agentFiles(url, [camera], { watchSettings: true });
    const agent = await run(config);
    await eventually('the camera', () => of('cam-1')[0], 30_000);
    await edit(config, ({ cameras: [first], ...rest }) => ({
      ...rest,
      cameras: [{ ...first, framesPerSecond: 2 }],
    }));
    await agent.line(/"changed":\["cam-1"\]/);
    expect((await agent.stop()).code).toBe(0);
  });

  it('stops in order under load, and takes its children with it', async () => {
    const { url } = await startMosquitto();
    const { of } = await listen(url);
    const video = await squaresVideo({ fps: 30 });
    const cameras = ['cam-1', 'cam-2'].map((id) => ({
      ...{ id, source: video, loop: true, framesPerSecond: 30 },
    }));
    const agent = await run(await agentFiles(url, cameras));
    await eventually('both cameras', () => (of('cam-1')[0] && of('cam-2')[0]) || undefined, 30_000);
    const children = descendants(agent.pid);
    expect(children).toHaveLength(2);
    process.kill(agent.pid, 'SIGTERM');
    expect(await agent.ended).toEqual({ code: 0, signal: null });
    expect(agent.lines.join('\n')).toMatch(/"stopped"/);
    expect(children.filter(isAlive)).toEqual([]);
  });

  it('leaves no ffmpeg behind when it is killed', async () => {
    const { url } = await startMosquitto();
    const { of } = await listen(url);
    const camera = { id: 'cam-1', source: await squaresVideo(), loop: true };
    const agent = await run(await agentFiles(url, [camera]));
    await eventually('the camera', () => of('cam-1')[0], 30_000);
    const children = descendants(agent.pid);
    expect(children).toHaveLength(1);
    process.kill(agent.pid, 'SIGKILL');
    await agent.ended;
    await eventually('its ffmpeg to end', () => !children.some(isAlive) || undefined);
  });

  it('is ended at once by a second signal, whatever it still waits for', async () => {
    const { broker, url } = await startMosquitto();
    const camera = { id: 'cam-1', source: await squaresVideo(), loop: true };
    const agent = await run(await agentFiles(url, [camera]));
    await agent.line(/connected to the broker/);
    broker.signal('SIGSTOP'); // the last windows find nobody who takes them
    onTestFinished(() => broker.signal('SIGCONT'));
    process.kill(agent.pid, 'SIGINT');
    await agent.line(/"stopping"/);
    const end = await eventually('the end', async () => {
      if (isAlive(agent.pid)) process.kill(agent.pid, 'SIGINT');
      return Promise.race([agent.ended, setTimeout(100, undefined)]);
    });
    expect(end.code).toBe(1);
    expect(agent.lines.join('\n')).not.toMatch(/"stopped"/);
  });
});
