import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import { freePort } from '../../bench/shared/mosquitto.js';
import type { Fault } from '../runner/fault.js';
import { openEvening, START_MS } from '../world/evening.js';
import { boxSettings } from '../world/hall.js';
import { startProgram } from '../world/programs.js';
import { storedRows } from '../world/store-view.js';
import { until } from '../world/until.js';

const SIZE = { boxes: 1, camerasPerBox: 3 };
const MINUTES = 2;
const NOISE_EVERY_MS = 200;
const GROWTH_MEGABYTES = 80;
const [GOOD, STALLED, GARBAGE] = ['camera-1-1', 'camera-1-2', 'camera-1-3'];
const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Ten seconds in a container of either kind: a file that begins anew, or bytes of a stream. */
const testCard = (file: string): string => {
  const words = ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=5', '-t', '10'];
  execFileSync('ffmpeg', [...words, '-c:v', 'libx264', '-bf', '0', '-y', file]);
  return file;
};

/** Two cameras over HTTP: `/stalled` shows two seconds and then nothing, `/garbage` sends noise for ever. */
const badCameras = (card: Buffer, port: number): Server =>
  createServer((request, answer) => {
    if (request.url === '/stalled') {
      answer.write(card.subarray(0, card.length / 5));
      return;
    }
    const timer = setInterval(() => answer.write(randomBytes(20_000)), NOISE_EVERY_MS);
    answer.on('close', () => clearInterval(timer));
  }).listen(port, '127.0.0.1');

export const badCamerasFault: Fault = {
  name: 'bad-cameras',
  done: 'The agent that ships with three cameras: a good one, one that stalls after two seconds each time it is opened, one that sends noise for ever',
  promised:
    'The good one is measured throughout; the others’ zones are unknown, never empty, and each is alarmed; the agent runs on, its memory bounded',
  run: async (world) => {
    mkdirSync(world.folder, { recursive: true });
    const card = testCard(join(world.folder, 'card.mp4'));
    const stream = testCard(join(world.folder, 'card.ts'));
    const port = await freePort();
    const web = badCameras(readFileSync(stream), port);
    await once(web, 'listening');
    try {
      const evening = await openEvening({ folder: world.folder, ...SIZE, absentBoxes: 1 });
      await until('the server to be ready', START_MS, async () =>
        (await evening.isReady()) ? true : undefined,
      );
      const settings = boxSettings(SIZE, 0, { url: `mqtt://127.0.0.1:${evening.brokerPort}` });
      const sources = [
        { source: card, loop: true },
        { source: `http://127.0.0.1:${port}/stalled` },
        { source: `http://127.0.0.1:${port}/garbage` },
      ];
      const cameras = settings.cameras.map((camera, index) => ({
        ...{ ...camera, ...sources[index], framesPerSecond: 2, watch: [] },
      }));
      const models = { person: at('tests/fixtures/models/person.onnx') };
      const file = join(world.folder, 'agent.yml');
      writeFileSync(file, stringify({ ...settings, cameras, models }));
      const agent = startProgram([
        ...[process.execPath, at('edge-agent/bin/throng-edge.mjs'), 'run', '--config', file],
      ]);
      const rowsOf = (camera: string | undefined): number =>
        storedRows(evening.storeFile).filter((row) => row.camera === camera).length;
      await until('the good camera to be measured', START_MS, () => {
        if (!agent.isRunning()) throw new Error(`the agent ended: ${agent.said()}`);
        return rowsOf(GOOD) > 5 || undefined;
      });
      world.say('the good camera is measured');
      const [before, early] = [residentMegabytes(agent.pid), rowsOf(GOOD)];
      const seconds = (world.minutes ?? MINUTES) * 60;
      await wait(seconds * 1_000);
      const measured = rowsOf(GOOD) - early;
      const after = residentMegabytes(agent.pid);
      const ask = async (path: string): Promise<string> =>
        (await fetch(`${evening.origin}${path}`)).text();
      const alerts = await ask('/api/v1/alerts');
      const alarmed = [STALLED, GARBAGE].filter((id) =>
        alerts.includes(`"kind":"camera-lost","camera":"${id}"`),
      );
      const noise = rowsOf(GARBAGE);
      const isRunning = agent.isRunning();
      return {
        seen: `The good camera gave ${measured} windows in ${seconds} s, the noise ${noise}; alarmed: ${alarmed.join(', ') || 'none'}. The agent ${isRunning ? 'ran on' : 'DIED'}, ${Math.round(before)} MB → ${Math.round(after)} MB.`,
        isKept:
          isRunning &&
          measured >= seconds * 0.9 &&
          noise === 0 &&
          alarmed.length === 2 &&
          after < before + GROWTH_MEGABYTES,
        figures: { measured, seconds, noise, alarmed, isRunning, before, after },
      };
    } finally {
      web.closeAllConnections();
      web.close();
    }
  },
};
