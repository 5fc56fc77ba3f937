import { fileURLToPath } from 'node:url';
import { type Child, start } from './child.js';
import { toolPath } from './system-tools.js';

const SCRIPT = fileURLToPath(new URL('rtsp-server.py', import.meta.url));

export interface RtspServer {
  readonly port: number;
  /** Holds the user and password where the server asks for them, percent-encoded. */
  readonly url: string;
  readonly server: Child;
}

export interface RtspOptions {
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
}

/** GStreamer's RTSP server playing `file` in real time: the camera of the end-to-end tests. */
export const startRtspServer = async (
  file: string,
  { port = 0, user, password = '' }: RtspOptions = {},
): Promise<RtspServer> => {
  const login = user === undefined ? [] : ['--user', user, '--password', password];
  const server = start(toolPath('rtspPython'), [SCRIPT, file, '--port', `${port}`, ...login]);
  const line = await server.line(/serving on port \d+/);
  const bound = Number(/\d+$/.exec(line)?.[0]);
  const credentials =
    user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  return { port: bound, url: `rtsp://${credentials}127.0.0.1:${bound}/camera`, server };
};
