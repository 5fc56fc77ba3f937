import { startEmbeddedBroker } from '../adapters/broker/embedded-broker.js';
import { connectExternalBroker } from '../adapters/broker/external-broker.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { IncomingMessage, MessageSource } from '../broker/message-source.js';
import type { Log } from './log.js';

/** The broker of the settings: an external one where it has a URL, else the one that comes with the server. */
export const openMessageSource = async (
  { venue, server: { broker }, brokerPassword, brokerCa, brokerCert, brokerKey }: LoadedVenueFile,
  log: Log,
  onMessage: (message: IncomingMessage) => void,
): Promise<MessageSource> => {
  if (broker.url === undefined) {
    return startEmbeddedBroker({ ...broker.embedded, venue: venue.id }, onMessage);
  }
  const { url, username } = broker;
  return connectExternalBroker(
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
};
