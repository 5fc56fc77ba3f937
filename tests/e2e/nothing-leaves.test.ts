import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, LIMITS, type MeasurementWindow } from '@throng/contract';
import { expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { availability } from '../reference/support/shared-data.js';
import { type Child, start } from '../support/child.js';
import { commandOf, descendants } from '../support/descendants.js';
import { eventually } from '../support/eventually.js';
import { startMosquitto } from '../support/mosquitto.js';
import { mqttPackets } from '../support/mqtt-packets.js';
import { PETS, petsScene } from '../support/pets-scene.js';
import { pictureSigns } from '../support/picture-signs.js';
import { coreLimits, openFiles, openSockets, writtenBytes } from '../support/process-view.js';
import { startRecordingProxy } from '../support/recording-proxy.js';
import { startRtspServer } from '../support/rtsp-server.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { EDGE } from '../support/throng.js';
import { repeated } from '../support/video.js';

/** Windows that are looked at: so many seconds of a real crowd. */
const WINDOWS = 30;

/** A raw frame of the camera, bytes: what must fit nowhere. */
const FRAME = 768 * 576 * 3;

const { present, note } = availability(PETS);

/** Everything under a folder, with its size. */
const filesUnder = async (folder: string): Promise<{ path: string; size: number }[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, size: (await stat(path)).size };
    }),
  );
};

/** An agent as a user runs it, in a folder of its own for all that it may write. */
const runAgent = async (brokerPort: number, source: string) => {
  const scene = petsScene();
  const folder = await temporaryFolder();
  const home = join(folder, 'home');
  await mkdir(home);
  await writeFile(join(folder, 'venue.yml'), stringify({ venue: scene.venue('gate-box') }));
  const settings = {
    edge: 'gate-box',
    venue: 'venue.yml',
    broker: { url: `mqtt://127.0.0.1:${brokerPort}` },
    cameras: [{ id: 'view-1', source, framesPerSecond: 5, calibration: scene.calibration }],
  };
  await writeFile(join(folder, 'edge.yml'), stringify(settings));
  const touched = new Set<string>();
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name !== null) touched.add(name);
  });
  onTestFinished(() => watcher.close());
  const agent = start(process.execPath, [EDGE, 'run', '--config', 'edge.yml'], {
    cwd: folder,
    env: { HOME: home, TMPDIR: home },
  });
  await agent.line(/"measuring"/);
  return { agent, folder, touched };
};

/** Looks again and again at what the agent and its decoders hold open, until `ended`. */
const watchProcess = (agent: Child) => {
  const files = new Map<string, string>();
  const agentSockets = new Set<string>();
  const decoderSockets = new Set<string>();
  const cores = new Set<string>();
  const decoders = new Set<number>();
  const look = () => {
    for (const pid of [agent.pid, ...descendants(agent.pid)]) {
      const isAgent = pid === agent.pid;
      const isDecoder = commandOf(pid).includes('ffmpeg');
      if (!isAgent && !isDecoder) continue; // a question to the machine, gone in a moment
      if (isDecoder) decoders.add(pid);
      for (const { isWritable, path } of openFiles(pid)) {
        if (isWritable && path.startsWith('/')) files.set(path, isAgent ? 'agent' : 'ffmpeg');
      }
      for (const { isListening, protocol, remotePort } of openSockets(pid)) {
        const sockets = isAgent ? agentSockets : decoderSockets;
        sockets.add(isListening ? `${protocol} listening` : `${protocol} ${remotePort}`);
      }
      const dumps = coreLimits(pid);
      if (dumps !== undefined) cores.add(`${dumps.limit}, filter ${dumps.filter}`);
    }
  };
  const timer = setInterval(look, 100);
  onTestFinished(() => clearInterval(timer));
  return { files, agentSockets, decoderSockets, cores, decoders, look };
};

/** Every string in a value, with the path to it, list positions left out. */
const stringsIn = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringsIn(child, Array.isArray(value) ? path : `${path}/${key}`),
  );
};

describeWith(
  ['ffmpeg', 'mosquitto', 'rtspPython'],
  `[E] a running agent gives nothing away${note}`,
  () => {
    it.runIf(present)(
      'science.md privacy 2, 5, 6, 7 and [P1–P7]: only bounded, allow-listed counts leave; no frame is written',
      async () => {
        const broker = await startMosquitto();
        const proxy = await startRecordingProxy(broker.port);
        const camera = await startRtspServer(await repeated(petsScene().video, 3));
        const { agent, folder, touched } = await runAgent(proxy.port, camera.url);
        const seen = watchProcess(agent);

        const published = () =>
          proxy
            .sent()
            .flatMap(mqttPackets)
            .filter(({ type }) => type === 'publish');
        const windows = () =>
          published().flatMap(({ payload, topic }): MeasurementWindow[] => {
            const decoded = decode(topic, payload);
            return decoded.ok && decoded.value.channel === 'window' ? [decoded.value.message] : [];
          });
        await eventually(
          `${WINDOWS} windows with people`,
          () => windows().filter(({ zones }) => (zones[0]?.persons ?? 0) > 1).length >= WINDOWS,
          100_000,
        );
        seen.look();

        // The disk: rule 5 "frames live in memory only", watched from outside.
        const written = writtenBytes(agent.pid);
        console.log(
          `${windows().length} windows, ${Buffer.concat(proxy.sent()).length} bytes on the wire, ${written.calls} bytes written by any call; a raw frame has ${FRAME}`,
        );
        expect(written.calls, 'all that the agent wrote anywhere').toBeLessThan(FRAME);
        const decoderDisk = [...seen.decoders].map((pid) => writtenBytes(pid).disk);
        expect(Math.max(0, ...decoderDisk), 'bytes that ffmpeg wrote to a disk').toBe(0);
        const outside = [...seen.files].filter(
          ([path]) => !path.startsWith(`${folder}/throng-state/`) && path !== '/dev/null',
        );
        expect(outside, 'files open for writing outside the state folder').toEqual([]);
        const ffmpegFiles = [...seen.files].filter(([, by]) => by === 'ffmpeg');
        expect(ffmpegFiles.filter(([path]) => path !== '/dev/null')).toEqual([]);
        const foreign = [...touched].filter((name) => !name.startsWith('throng-state'));
        expect(foreign, 'files made, changed or deleted beside the state folder').toEqual([]);
        for (const { path, size } of await filesUnder(join(folder, 'throng-state'))) {
          expect(pictureSigns(await readFile(path)), path).toEqual([]);
          expect(size, path).toBeLessThan(FRAME);
        }

        // The wire: P1, P2, P3 by decoding with the allow-list, P7 by size.
        const packets = proxy.sent().flatMap(mqttPackets);
        const all = Buffer.concat(proxy.sent());
        const whole = packets.reduce((sum, { bytes }) => sum + bytes, 0);
        expect(all.length - whole, 'bytes that are no packet').toBeLessThan(LIMITS.windowBytes);
        expect(pictureSigns(all)).toEqual([]);
        for (const { bytes, payload, properties, topic, type } of packets) {
          if (type !== 'publish') expect(bytes, type).toBeLessThan(512);
          else expect(decode(topic, payload), topic).toMatchObject({ ok: true });
          expect(properties, 'bytes beside a payload').toBe(0);
        }
        const perWindow = windows().map((window) => JSON.stringify(window).length);
        expect(Math.max(...perWindow)).toBeLessThan(LIMITS.windowBytes);
        expect(all.length, 'all windows of half a minute beside one raw frame').toBeLessThan(FRAME);

        // Nothing joins two windows: every string is a name of the venue, of the run, or the time.
        const strings = new Map<string, Set<string>>();
        for (const window of windows()) {
          for (const [path, text] of stringsIn(window)) {
            strings.set(path, (strings.get(path) ?? new Set()).add(text));
          }
        }
        strings.delete('/start');
        for (const [path, texts] of strings) expect(texts.size, path).toBe(1);
        expect([...strings.keys()].toSorted()).toEqual(
          ['/bootId', '/camera', '/edge', '/venue', '/zones/zone'].filter((path) =>
            strings.has(path),
          ),
        );

        // Sockets: the broker and the camera, nothing else; nobody is listened to.
        expect([...seen.agentSockets]).toEqual([`tcp ${proxy.port}`]);
        expect([...seen.decoderSockets]).toEqual([`tcp ${camera.port}`]);

        // No core dump, of the agent or of its decoders.
        expect([...seen.cores]).toEqual(['0 0, filter 0']);
        agent.signal('SIGSEGV');
        await agent.ended;
        const left = (await filesUnder(folder)).map(({ path }) => path);
        expect(left.filter((path) => /core(\.\d+)?$/.test(path))).toEqual([]);
        expect(existsSync(join(folder, 'core'))).toBe(false);
      },
    );
  },
);
