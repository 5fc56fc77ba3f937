import { startEmbeddedBroker } from '../adapters/broker/embedded-broker.js';
import { Expeller } from '../adapters/broker/expeller.js';
import { connectExternalBroker, type ExternalBroker } from '../adapters/broker/external-broker.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { TlsDoor } from '../adapters/tls/tls-door.js';
import { type Refusal, refuse } from '../admission/refusal.js';
import type { IncomingMessage, MessageSource } from '../broker/message-source.js';
import type { CertificateStanding } from '../enrolment/standing.js';
import type { Owned } from './owned.js';
import type { World } from './running-server.js';

export interface OpenedSource {
  readonly source: MessageSource;
  /** The certificate of the embedded broker, where it has one. */
  readonly door: TlsDoor | undefined;
  /** Ends the connections of boxes whose certificates were revoked, where the broker is the server's own. */
  readonly cutRevoked: () => void;
  /** Ends a box's session at a broker elsewhere, which does not do so itself when it is revoked. */
  readonly expel?: (edge: string) => void;
}

/** By which authority boxes were enrolled, and how their certificates stand. */
export interface EnrolledBoxes {
  readonly ca: string;
  readonly standing: CertificateStanding;
}

/** The broker of the settings: an external one where it has a URL, else the one that comes with the server. */
export const openMessageSource = async (
  file: LoadedVenueFile,
  { clock, log, owned }: Pick<World, 'clock' | 'log' | 'owned'>,
  onMessage: (message: IncomingMessage) => void,
  onRefused: (refusal: Refusal) => void,
  enrolled?: EnrolledBoxes,
): Promise<OpenedSource> => {
  const { venue, brokerPassword, brokerCa, brokerCert, brokerKey } = file;
  const { broker } = file.server;
  if (broker.url === undefined) {
    const { host, port } = broker.embedded;
    const door = file.brokerTls && (await TlsDoor.open(file.brokerTls, clock, log));
    const authorities = [file.agentsCa, enrolled?.ca].filter((ca) => ca !== undefined);
    const ca = authorities.length === 0 ? undefined : authorities.join('\n');
    const { readers } = broker.embedded.tls ?? {};
    const tls = door && { door, ca, standing: enrolled?.standing, readers };
    const settings = { host, port, venue: venue.id, ...(tls === undefined ? {} : { tls }) };
    const source = await startEmbeddedBroker(settings, onMessage, onRefused);
    return { door, source, cutRevoked: () => source.cutRevoked() };
  }
  const { url, username } = broker;
  const address: ExternalBroker = {
    url,
    venue: venue.id,
    takesOver: owned !== undefined,
    ...(username === undefined ? {} : { username }),
    ...(brokerPassword === undefined ? {} : { password: brokerPassword }),
    ...(brokerCa === undefined ? {} : { ca: brokerCa }),
    ...(brokerCert === undefined ? {} : { cert: brokerCert }),
    ...(brokerKey === undefined ? {} : { key: brokerKey }),
  };
  const expeller = new Expeller(address, clock, {
    onEnded: (edge) => log.info({ edge }, 'the session of a revoked box is ended at the broker'),
    onFailed: (edge, cause) =>
      log.warn({ edge, cause }, 'the session of a revoked box may be open'),
  });
  const expel = (edge: string): void => void expeller.expel(edge);
  const source = connectExternalBroker(
    address,
    whileOwned(withoutLost(onMessage, onRefused, expel, enrolled), owned),
    {
      onConnect: () => log.info({ broker: new URL(url).host }, 'broker connected'),
      onLost: (cause) => log.warn({ broker: new URL(url).host, cause }, 'broker lost'),
    },
  );
  return { door: undefined, source, cutRevoked: () => {}, expel };
};

/** What comes once another server may own the venue is for that one. */
const whileOwned = (
  onMessage: (message: IncomingMessage) => void,
  owned: Owned | undefined,
): ((message: IncomingMessage) => void) =>
  owned === undefined
    ? onMessage
    : (message) => {
        if (owned.isHeld()) onMessage(message);
      };

/** A broker elsewhere may be late in taking up what is revoked: the server hears such a box no more, and ends its session. */
const withoutLost = (
  onMessage: (message: IncomingMessage) => void,
  onRefused: (refusal: Refusal) => void,
  expel: (edge: string) => void,
  enrolled: EnrolledBoxes | undefined,
): ((message: IncomingMessage) => void) =>
  enrolled === undefined
    ? onMessage
    : (message) => {
        const edge = message.topic.split('/')[3] ?? '';
        if (!enrolled.standing.isLost(edge)) return onMessage(message);
        onRefused(refuse('revoked', `all certificates of "${edge}" are revoked`));
        if (!message.retained) expel(edge);
      };
