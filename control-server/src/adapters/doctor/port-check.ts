import { createServer } from 'node:net';
import { bad, type Finding, good } from './finding.js';

/** Whether the server could listen there, by trying it. */
export const checkPort = (name: string, host: string, port: number): Promise<Finding> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ message }) => {
      resolve(bad(name, message, 'end the program that uses it, or set another port'));
    });
    server.listen(port, host, () => {
      server.close(() => resolve(good(name, `${host}:${port} is free`)));
    });
  });
