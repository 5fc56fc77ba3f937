import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fault, faultLines } from '@throng/contract';
import { checkVenueFile, completeVenueFile } from '../../settings/check-venue-file.js';
import type { VenueFile } from '../../settings/server-settings.js';
import type { PostgresAddress } from '../postgres/open-pool.js';
import type { KeyPairFiles } from '../tls/key-pair.js';
import { parseYaml } from './parse-yaml.js';

/** A checked venue file with its paths made absolute and its secrets read. */
export interface LoadedVenueFile extends VenueFile {
  readonly storeFile: string;
  /** Where measurements are kept instead of the file. */
  readonly postgres?: PostgresAddress;
  readonly dashboard: string;
  /** Where the recordings of drills lie. */
  readonly drillFolder?: string;
  /** Certificate and key of page and API. */
  readonly listenTls?: KeyPairFiles;
  /** Certificate and key of the embedded broker. */
  readonly brokerTls?: KeyPairFiles;
  /** Where the authority lies that boxes are enrolled by, and what its key is locked with. */
  readonly authorityFolder?: string;
  readonly authorityPassphrase?: string;
  /** The authority of given certificates, which boxes are told to trust, PEM. */
  readonly givenCa?: string;
  /** The authority of its agents' certificates, PEM. */
  readonly agentsCa?: string;
  readonly brokerPassword?: string;
  readonly brokerCa?: string;
  readonly brokerCert?: string;
  readonly brokerKey?: string;
  readonly oidcClientSecret?: string;
  /** Of each channel that has any. */
  readonly channelSecrets: Readonly<Record<string, ChannelSecrets>>;
}

/** What the files of a notification channel hold. */
export interface ChannelSecrets {
  readonly url?: string | undefined;
  readonly password?: string | undefined;
  readonly secret?: string | undefined;
}

export type Loaded =
  | { readonly ok: true; readonly value: LoadedVenueFile }
  /** Every fault, a line each. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** `dist/app` of the dashboard package beside this one; this file is in `dist/adapters/settings`. */
export const BUILT_DASHBOARD = fileURLToPath(
  new URL('../../../../dashboard/dist/app', import.meta.url),
);

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** Reads a venue file; relative paths in it are meant from its own folder. */
export const loadVenueFile = async (
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Loaded> => {
  const text = await readText(path);
  if (text === undefined) {
    return { ok: false, faults: [`${path}: cannot be read; name an existing venue file`] };
  }
  const yaml = parseYaml(text);
  if (yaml.faults.length > 0) return { ok: false, faults: yaml.faults };
  const completed = completeVenueFile(yaml.value, environment);
  const checked = checkVenueFile(completed);
  if (!checked.ok) return { ok: false, faults: faultLines(checked.faults, completed) };

  const { calendar, venue, server } = checked.value;
  const folder = dirname(resolve(path));
  const secrets = await readSecrets(server, folder);
  if (secrets.faults.length > 0) {
    return { ok: false, faults: faultLines(secrets.faults, completed) };
  }
  return {
    ok: true,
    value: Object.freeze({
      venue,
      calendar,
      server,
      storeFile: resolve(folder, server.store.file),
      dashboard:
        server.dashboard === undefined ? BUILT_DASHBOARD : resolve(folder, server.dashboard),
      ...(server.listen.tls === undefined
        ? {}
        : {
            listenTls: pairIn(folder, server.listen.tls),
          }),
      ...(server.drills.folder === undefined
        ? {}
        : { drillFolder: resolve(folder, server.drills.folder) }),
      ...(server.enrolment === undefined
        ? {}
        : { authorityFolder: resolve(folder, server.enrolment.authority) }),
      ...(server.broker.embedded.tls === undefined
        ? {}
        : { brokerTls: pairIn(folder, server.broker.embedded.tls) }),
      ...secrets.values,
    }),
  };
};

/** Characters that a webhook's secret must have. */
const LEAST_SECRET = 16;

const pairIn = (folder: string, { certFile, keyFile }: KeyPairFiles): KeyPairFiles => ({
  certFile: resolve(folder, certFile),
  keyFile: resolve(folder, keyFile),
});

const readSecrets = async (
  { access, broker, enrolment, notifications, store }: VenueFile['server'],
  folder: string,
) => {
  const faults: Fault[] = [];
  const readAt = async (key: string, path: string | undefined): Promise<string | undefined> => {
    if (path === undefined) return undefined;
    const text = await readText(resolve(folder, path));
    if (text === undefined) {
      faults.push({ path: `/server/${key}`, message: 'cannot be read; name a readable file' });
    }
    return text?.trim();
  };
  const read = (key: 'passwordFile' | 'caFile' | 'certFile' | 'keyFile') =>
    readAt(`broker/${key}`, broker[key]);
  const password = (await read('passwordFile')) ?? broker.password;
  const ca = await read('caFile');
  const cert = await read('certFile');
  const key = await read('keyFile');
  const agentsCa = await readAt('broker/embedded/tls/caFile', broker.embedded.tls?.caFile);
  const passphrase = await readAt('enrolment/passphraseFile', enrolment?.passphraseFile);
  const { postgres } = store;
  const databasePassword = await readAt('store/postgres/passwordFile', postgres?.passwordFile);
  const databaseCa = await readAt('store/postgres/caFile', postgres?.caFile);
  const givenCa = await readAt('enrolment/caFile', enrolment?.caFile);
  const oidcSecret = await readAt('access/oidc/clientSecretFile', access.oidc?.clientSecretFile);
  const channelSecrets: Record<string, ChannelSecrets> = {};
  for (const [id, channel] of Object.entries(notifications.channels)) {
    const at = (key: string) => `notifications/channels/${id}/${key}`;
    channelSecrets[id] =
      channel.kind === 'email'
        ? { password: await readAt(at('passwordFile'), channel.passwordFile) }
        : {
            url: (await readAt(at('urlFile'), channel.urlFile)) ?? channel.url,
            secret:
              channel.kind === 'webhook'
                ? await readAt(at('secretFile'), channel.secretFile)
                : undefined,
          };
  }
  for (const [id, { secret, url }] of Object.entries(channelSecrets)) {
    const at = `/server/notifications/channels/${id}`;
    if (secret !== undefined && secret.length < LEAST_SECRET) {
      const message = `holds less than ${LEAST_SECRET} characters; take a long random secret`;
      faults.push({ path: `${at}/secretFile`, message });
    }
    if (url !== undefined && !URL.canParse(url)) {
      faults.push({
        path: `${at}/urlFile`,
        message: 'holds no address; write one line, https://…',
      });
    }
  }
  return {
    faults,
    values: {
      channelSecrets,
      ...(postgres === undefined
        ? {}
        : { postgres: { settings: postgres, password: databasePassword, ca: databaseCa } }),
      ...(agentsCa === undefined ? {} : { agentsCa }),
      ...(password === undefined ? {} : { brokerPassword: password }),
      ...(ca === undefined ? {} : { brokerCa: ca }),
      ...(cert === undefined ? {} : { brokerCert: cert }),
      ...(key === undefined ? {} : { brokerKey: key }),
      ...(passphrase === undefined ? {} : { authorityPassphrase: passphrase }),
      ...(givenCa === undefined ? {} : { givenCa }),
      ...(oidcSecret === undefined ? {} : { oidcClientSecret: oidcSecret }),
    },
  };
};
