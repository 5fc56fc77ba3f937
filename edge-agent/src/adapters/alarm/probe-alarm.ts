import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';

const PATIENCE = 3_000;

/** Whether a program can be run, by its path or by the PATH; it is not run. */
export const probeCommand = async (program: string): Promise<Result<string, 'command'>> => {
  const places = program.includes('/')
    ? [program]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return ok(place);
  }
  return fail('command', `there is no program "${program}" that may be run`);
};

/** Whether somebody listens where the webhook leads; nothing is posted. */
export const probeWebhook = (url: string): Promise<Result<string, 'webhook'>> =>
  new Promise((resolve) => {
    const { hostname, origin, port, protocol } = new URL(url);
    const fallback = protocol === 'https:' ? 443 : 80;
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: port === '' ? fallback : Number(port) });
    const end = (result: Result<string, 'webhook'>) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(PATIENCE, () => end(fail('webhook', `${origin}: no answer`)));
    socket.on('connect', () => end(ok(origin)));
    socket.on('error', (error) => end(fail('webhook', `${origin}: ${error.message}`)));
  });
