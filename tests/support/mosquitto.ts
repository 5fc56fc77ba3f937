import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, start } from './child.js';
import { freePort } from './free-port.js';
import { toolPath } from './system-tools.js';
import { temporaryFolder } from './temporary-folder.js';

export interface Mosquitto {
  readonly port: number;
  readonly url: string;
  readonly broker: Child;
}

/** What a broker shows to its clients, and whose clients it lets in. */
export interface MosquittoTls {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** Only clients with a certificate of the authority. */
  readonly asksForCertificate?: boolean;
}

/** A broker started by root keeps its rights, to read a key that only its owner may. */
const tlsLines = ({ asksForCertificate = false, caFile, certFile, keyFile }: MosquittoTls) =>
  `user root\ncafile ${caFile}\ncertfile ${certFile}\nkeyfile ${keyFile}\nrequire_certificate ${asksForCertificate}\n`;

/**
 * A real Mosquitto on the loopback that anybody may use and that keeps nothing on disk.
 * `port` starts one where another was before, to see who comes back to it.
 */
export const startMosquitto = async ({
  port,
  tls,
}: {
  port?: number;
  tls?: MosquittoTls;
} = {}): Promise<Mosquitto> => {
  const listener = port ?? (await freePort());
  const config = join(await temporaryFolder(), 'mosquitto.conf');
  await writeFile(
    config,
    `listener ${listener} 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest stderr\nlog_type all\n${tls === undefined ? '' : tlsLines(tls)}`,
  );
  const broker = start(toolPath('mosquitto'), ['-c', config]);
  await broker.line(/mosquitto version .* running/);
  return {
    port: listener,
    url: `${tls === undefined ? 'mqtt' : 'mqtts'}://127.0.0.1:${listener}`,
    broker,
  };
};
