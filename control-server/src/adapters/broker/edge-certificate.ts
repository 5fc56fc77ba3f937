import type { TLSSocket } from 'node:tls';

/** What a connection has shown. */
export interface ShownCertificate {
  /** Its common name, which is the edge id; null where there is none, or several. */
  readonly edge: string | null;
  readonly serial: string;
}

/** The certificate of a connection, which the platform has held against the authority. */
export const shownCertificate = (socket: TLSSocket): ShownCertificate => {
  const { serialNumber, subject } = socket.getPeerCertificate();
  const name: unknown = subject?.CN;
  const edge = socket.authorized && typeof name === 'string' ? name : null;
  return { edge, serial: serialNumber ?? '' };
};
