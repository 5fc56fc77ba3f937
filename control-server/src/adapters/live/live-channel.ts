import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { VenueDefinition } from '@throng/contract';
import { WebSocketServer } from 'ws';
import { isAllowedOrigin } from '../../live/allowed-origin.js';
import type { LiveDoor } from '../http/live-pass.js';
import { LiveClient } from './live-client.js';
import type { LiveHub } from './live-hub.js';

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Pages only listen: what they send is bounded to next to nothing, and ignored. */
const MAX_INCOMING_BYTES = 1024;

/** Clients that have not closed their side by then are cut off. */
const GOODBYE_MS = 1_000;

/** The lane of a drill: a venue, people's sight of it and a hub of its own. */
export interface DrillChannel {
  /** Undefined while no drill runs. */
  readonly hub: () => LiveHub | undefined;
  readonly venue: () => VenueDefinition;
  readonly door: LiveDoor;
}

/** Opens `/ws` on the HTTP server, for pages of allowed origins whose people may watch, as long as there is room. */
export const openLiveChannel = (
  server: Server,
  hub: LiveHub,
  settings: {
    /** The venue as it is now. */
    readonly venue: () => VenueDefinition;
    readonly allowedOrigins: readonly string[];
    readonly door: LiveDoor;
    /** For pages that ask for the lane of the drill. */
    readonly drill?: DrillChannel;
  },
): { close(): Promise<void> } => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_INCOMING_BYTES,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [path, query] = request.url?.split('?') ?? [];
    const isDrill = new URLSearchParams(query).get('lane') === 'drill';
    const lane = isDrill ? settings.drill?.hub() : hub;
    if (path !== '/ws' || lane === undefined) return refuse(socket, '404 Not Found');
    const { origin, host } = request.headers;
    if (!isAllowedOrigin(origin, host, settings.allowedOrigins)) {
      return refuse(socket, '403 Forbidden');
    }
    if (lane.full) return refuse(socket, '503 Service Unavailable');
    const { door, venue } = isDrill ? { ...settings, ...settings.drill } : settings;
    const pass = door(request.headers);
    if (pass === 'stranger') return refuse(socket, '401 Unauthorized');
    if (pass === 'not-allowed') return refuse(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const client = new LiveClient(webSocket, venue, pass);
      webSocket.on('error', () => webSocket.terminate());
      webSocket.on('close', () => {
        lane.leave(client);
        pass.leave();
      });
      lane.join(client);
    });
  });
  return {
    close: async () => {
      const gone = Promise.all([...sockets.clients].map((socket) => once(socket, 'close')));
      hub.close();
      await Promise.race([gone, setTimeout(GOODBYE_MS, undefined, { ref: false })]);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
};
