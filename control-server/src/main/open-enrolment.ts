import { readFile } from 'node:fs/promises';
import type { Registry } from 'prom-client';
import { hashOf } from '../adapters/access/secrets.js';
import { authorityFiles, openAuthority } from '../adapters/enrolment/authority-folder.js';
import { renewOwn } from '../adapters/enrolment/renew-own.js';
import { writeRevocationList } from '../adapters/enrolment/revocation-list.js';
import { bundle, shownCertificates, topOfChain } from '../adapters/enrolment/shown-certificates.js';
import { openEnrolmentStore } from '../adapters/enrolment/sqlite-enrolment-store.js';
import { fleetKeyFile, openFleetKey } from '../adapters/fleet/fleet-key.js';
import { createEnrolmentMetrics } from '../adapters/metrics/enrolment-metrics.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock, Timer } from '../clock.js';
import type { EnrolmentParts } from '../enrolment/ports.js';
import { CertificateStanding } from '../enrolment/standing.js';
import type { ClosingStack } from './closing-stack.js';
import type { Log } from './log.js';
import type { EnrolledBoxes, OpenedSource } from './open-message-source.js';

/** An authority that cannot be opened: the server does not start. */
export class AuthorityError extends Error {
  readonly code = 'AUTHORITY';
}

/** Enrolment as a running server keeps it. */
export interface OpenedEnrolment extends EnrolledBoxes {
  readonly parts: EnrolmentParts;
  /** From here on boxes are led to this broker, and what the command line revokes is followed. */
  follow(broker: Pick<OpenedSource, 'source' | 'cutRevoked' | 'expel'>): void;
}

/** What a server has for it. */
export interface EnrolmentNeeds {
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly registry: Registry;
}

/** What the command line revokes is followed within so long. */
const FOLLOW_MS = 1_000;
/** The list of what is revoked is good for a week, a certificate of the server for months. */
const RENEW_MS = 12 * 3_600_000;

/**
 * Opens the authority by which boxes are enrolled, and follows what is revoked; undefined where the
 * venue file names none.
 *
 * @throws AuthorityError when it cannot be opened.
 */
export const openEnrolment = async (
  file: LoadedVenueFile,
  { recorder, clock, timer, log, registry }: EnrolmentNeeds,
  opened: ClosingStack,
): Promise<OpenedEnrolment | undefined> => {
  const { enrolment } = file.server;
  if (enrolment === undefined || file.authorityFolder === undefined) return undefined;
  const authority = await openAuthority(file.authorityFolder, file.authorityPassphrase);
  if (!authority.ok) throw new AuthorityError(authority.message);
  const store = openEnrolmentStore(file.storeFile);
  opened.add(() => store.close());
  const standing = new CertificateStanding(store, clock);
  const list = authorityFiles(file.authorityFolder).revoked;
  const writeList = async (): Promise<void> => {
    try {
      const written = await writeRevocationList(list, authority.value, store, clock.now());
      if (!written.ok) log.error({ code: written.code }, `${list}: ${written.message}`);
    } catch (error) {
      log.error({ err: error }, `${list} cannot be written: brokers go on with the former one`);
    }
  };
  /** What this authority has given the server itself. */
  const renewServer = async (): Promise<void> => {
    for (const files of [file.listenTls, file.brokerTls]) {
      if (files === undefined) continue;
      try {
        const renewed = await renewOwn(files, authority.value, clock.now());
        if (renewed) log.info({ file: files.certFile }, 'the server’s certificate is issued anew');
      } catch (error) {
        log.error({ err: error }, `${files.certFile} cannot be issued anew`);
      }
    }
  };
  await renewServer();
  await writeList();
  createEnrolmentMetrics(registry, store, clock);
  let port = '';
  const follow: OpenedEnrolment['follow'] = ({ source, cutRevoked, expel }) => {
    port = new URL(source.address).port;
    const look = (): void => {
      if (standing.refresh()) {
        cutRevoked();
        void writeList();
      }
      if (expel !== undefined) for (const edge of standing.toExpel()) expel(edge);
    };
    // Who was revoked while no server ran, or whose broker took the list late, is ended too.
    const expelLost = (): void => {
      if (expel !== undefined) for (const edge of standing.lost()) expel(edge);
    };
    expelLost();
    opened.add(timer.every(FOLLOW_MS, look));
    opened.add(timer.every(RENEW_MS, () => void writeList().then(expelLost)));
    opened.add(timer.every(RENEW_MS, () => void renewServer()));
  };
  const trusted = await trustedBy(file, authority.value.ca);
  return {
    ...{ standing, follow },
    ca: authority.value.ca,
    parts: {
      ...{ store, recorder, clock, authority: authority.value, shown: shownCertificates },
      certFile: file.listenTls?.certFile ?? '',
      days: enrolment.days,
      hash: hashOf,
      directions: {
        venue: file.venue.id,
        ca: trusted,
        fleetKey: openFleetKey(fleetKeyFile(file.storeFile)).publicKey,
        broker: (host) =>
          enrolment.brokerUrl ?? file.server.broker.url ?? `mqtts://${host}:${port}`,
      },
    },
  };
};

/** Whom a box must trust: this authority, those of given certificates, and what page and broker show the end of. */
const trustedBy = async (file: LoadedVenueFile, ca: string): Promise<string> => {
  const shown = [file.listenTls, file.brokerTls].flatMap((files) => files?.certFile ?? []);
  const chains = await Promise.all(shown.map((path) => readFile(path, 'utf8').catch(() => '')));
  const { brokerCa = '', givenCa = '' } = file;
  return bundle(ca, givenCa, brokerCa, ...chains.map((chain) => topOfChain(chain) ?? ''));
};
