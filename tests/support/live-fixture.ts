import { createReadStream, existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import {
  type Alert,
  type Delta,
  endOf,
  phasesOf,
  type ShowStop,
  type Snapshot,
  toTimestamp,
} from '@throng/contract';
import { WebSocketServer } from 'ws';
import { showRuns } from './fixture-desk.js';
import { fixtureRecord } from './fixture-record.js';
import { EVENING, type Scenario, sceneAt, zonesAt } from './fixture-scene.js';
import { fixtureVenue } from './fixture-venue.js';
import { fixtureCalendar, fixtureVersions } from './fixture-versions.js';

/** The policy the control server sends: nothing inline, nothing evaluated, nothing from elsewhere. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:";

/** A server of the live channel whose time moves only when it is told to. */
export interface LiveFixture {
  readonly url: string;
  /** The next second: a delta to each page. */
  readonly tick: () => void;
  /** A delta whose number is one too high. */
  readonly skip: () => void;
  /** Raises an alert and tells it in the next delta. */
  readonly raise: (alert: Alert) => void;
  readonly play: (scenario: Scenario) => void;
  /** How the show stands, from the next snapshot on. */
  readonly stand: (show: ShowStop) => void;
  /** Sends any text to each page, as a broken server might. */
  readonly say: (text: string) => void;
  /** Closes every connection; while `down`, new ones are turned away. */
  readonly drop: () => void;
  readonly setDown: (isDown: boolean) => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export const startLiveFixture = async (folder: string, initial: Scenario): Promise<LiveFixture> => {
  let [second, sequence, connections, isDown, scenario] = [0, 0, 0, false, initial];
  const extra: Alert[] = [];
  let showStop = showRuns;
  const versions = fixtureVersions();
  const scene = (played = scenario) => {
    const now = sceneAt(second, played);
    return { ...now, alerts: [...now.alerts, ...extra] };
  };
  const at = () => toTimestamp(EVENING + second * 1_000);
  const snapshot = (played?: Scenario): Snapshot => ({
    type: 'snapshot',
    v: 1,
    sequence,
    at: at(),
    venue: fixtureVenue,
    showStop,
    ...scene(played),
  });
  const delta = (): Delta => ({ type: 'delta', v: 1, sequence, at: at(), ...scene() });

  const server = createServer((request, response) => {
    const { url = '/' } = request;
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    if (versions(request, response)) return;
    const { pathname, searchParams } = new URL(url, 'http://fixture');
    if (pathname === '/api/v1/record') {
      const record = fixtureRecord(searchParams, (at) =>
        zonesAt(Math.round((at - EVENING) / 1_000), scenario),
      );
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(record));
      return;
    }
    if (pathname === '/api/v1/events') {
      const events = fixtureCalendar.events.map((event) => ({
        ...{ ...event, state: 'now', endsAt: toTimestamp(endOf(fixtureCalendar, event)) },
        phases: phasesOf(fixtureCalendar, event),
      }));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(events));
      return;
    }
    if (pathname === '/api/v1/session/ways') {
      const ways = { venue: fixtureVenue.name, mode: 'accounts', oidc: null };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(ways));
      return;
    }
    serveFile(folder, pathname, response);
  });
  const live = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (isDown) {
      socket.destroy();
      return;
    }
    live.handleUpgrade(request, socket, head, (client) => {
      connections += 1;
      // A drill is always a bad evening; what happens meanwhile is as it is played.
      const isDrill = request.url?.includes('lane=drill') === true;
      client.send(JSON.stringify(snapshot(isDrill ? 'busy' : scenario)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fixture has no port');

  const say = (text: string) => {
    for (const client of live.clients) client.send(text);
  };
  const advance = (by: number) => {
    second += 1;
    sequence += by;
    say(JSON.stringify(delta()));
  };
  const drop = () => {
    for (const client of live.clients) client.terminate();
  };
  return {
    url: `http://127.0.0.1:${address.port}/`,
    tick: () => advance(1),
    skip: () => advance(2),
    raise: (alert) => extra.push(alert),
    play: (next) => {
      scenario = next;
    },
    stand: (next) => {
      showStop = next;
    },
    say,
    drop,
    setDown: (next) => {
      isDown = next;
    },
    connections: () => connections,
    close: async () => {
      isDown = true;
      drop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};

const serveFile = (folder: string, path: string, response: ServerResponse): void => {
  const file = join(folder, normalize(path === '/' ? '/index.html' : path));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
};
