import { createServer } from 'node:net';

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

const PORTS_TRIED = 50;

/** The first free port from `preferred` on; throws where none of the next 50 is. */
export const nextFreePort = async (
  preferred: number,
  { host = '127.0.0.1', taken = [] }: { host?: string; taken?: readonly number[] } = {},
): Promise<number> => {
  for (let port = preferred; port < Math.min(preferred + PORTS_TRIED, 65_536); port += 1) {
    if (!taken.includes(port) && (await isFree(port, host))) return port;
  }
  throw new Error(`none of the ${PORTS_TRIED} ports from ${preferred} on is free`);
};
