import { createServer, type RequestListener, type Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { LeaseView } from '../../lease/lease-store.js';
import type { TlsDoor } from '../tls/tls-door.js';

export interface StandbyDoorSettings {
  readonly host: string;
  readonly port: number;
  /** Serves with a certificate; undefined for plain HTTP. */
  readonly tls: TlsDoor | undefined;
  /** Who owns the venue, as far as it is known. */
  readonly owner: () => LeaseView | undefined;
}

const REQUEST_TIMEOUT_MS = 10_000;

const listen = (server: Server | HttpsServer, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Alive, not ready, and who is: a load balancer sends people elsewhere. */
const answering =
  (owner: StandbyDoorSettings['owner']): RequestListener =>
  ({ url }, response) => {
    if (url === '/healthz') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'alive' }));
      return;
    }
    const view = owner();
    const held = view?.isHeld === true ? { name: view.name, address: view.address } : null;
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' });
    response.end(JSON.stringify({ status: 'standby', owner: held }));
  };

/** What a standby shows where the page will be once it owns the venue. @throws when the port is taken. */
export const openStandbyDoor = async ({ host, owner, port, tls }: StandbyDoorSettings) => {
  const answer = answering(owner);
  const server = tls === undefined ? createServer(answer) : tls.serve(answer, REQUEST_TIMEOUT_MS);
  await listen(server, host, port);
  return {
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
