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
  readonly codec?: 'h264' | 'h265';
  /** Refuse the other one. */
  readonly transport?: 'tcp' | 'udp';
  /** Ask for the password by digest, not basic. */
  readonly digest?: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** GStreamer's RTSP server playing `file` in real time: the camera of the tests. */
export const startRtspServer = async (
  file: string,
  { codec, digest, port = 0, user, password = '', transport }: RtspOptions = {},
): Promise<RtspServer> => {
  const option = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`--${name}=${value}`];
  const server = start(toolPath('rtspPython'), [
    ...[SCRIPT, file, `--port=${port}`],
    ...(user === undefined ? [] : [`--user=${user}`, `--password=${password}`]),
    ...[...option('codec', codec), ...option('transport', transport)],
    ...(digest === true ? ['--digest'] : []),
  ]);
  const line = await server.line(/serving on port \d+/);
  const bound = Number(/\d+$/.exec(line)?.[0]);
  const credentials =
    user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  return { port: bound, url: `rtsp://${credentials}127.0.0.1:${bound}/camera`, server };
};
