import { startEmbeddedBroker } from '../adapters/broker/embedded-broker.js';
import { connectExternalBroker } from '../adapters/broker/external-broker.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { TlsDoor } from '../adapters/tls/tls-door.js';
import type { Refusal } from '../admission/refusal.js';
import type { IncomingMessage, MessageSource } from '../broker/message-source.js';
import type { Clock } from '../clock.js';
import type { Log } from './log.js';

export interface OpenedSource {
  readonly source: MessageSource;
  /** The certificate of the embedded broker, where it has one. */
  readonly door: TlsDoor | undefined;
}

/** The broker of the settings: an external one where it has a URL, else the one that comes with the server. */
export const openMessageSource = async (
  file: LoadedVenueFile,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  onMessage: (message: IncomingMessage) => void,
  onRefused: (refusal: Refusal) => void,
): Promise<OpenedSource> => {
  const { venue, brokerPassword, brokerCa, brokerCert, brokerKey } = file;
  const { broker } = file.server;
  if (broker.url === undefined) {
    const { host, port } = broker.embedded;
    const door = file.brokerTls && (await TlsDoor.open(file.brokerTls, clock, log));
    const tls = door && { door, ca: file.agentsCa };
    const settings = { host, port, venue: venue.id, ...(tls === undefined ? {} : { tls }) };
    return { door, source: await startEmbeddedBroker(settings, onMessage, onRefused) };
  }
  const { url, username } = broker;
  const source = connectExternalBroker(
    {
      url,
      venue: venue.id,
      ...(username === undefined ? {} : { username }),
      ...(brokerPassword === undefined ? {} : { password: brokerPassword }),
      ...(brokerCa === undefined ? {} : { ca: brokerCa }),
      ...(brokerCert === undefined ? {} : { cert: brokerCert }),
      ...(brokerKey === undefined ? {} : { key: brokerKey }),
    },
    onMessage,
    {
      onConnect: () => log.info({ broker: new URL(url).host }, 'broker connected'),
      onLost: (cause) => log.warn({ broker: new URL(url).host, cause }, 'broker lost'),
    },
  );
  return { door: undefined, source };
};
