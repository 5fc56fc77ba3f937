import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { CODE_PART_BYTES, fail, ok, type Result } from '@throng/contract';
import { errorText } from '../mqtt/error-text.js';

const PATIENCE = 10_000;
/** Certificates that are looked at of what a server shows. */
const LONGEST_CHAIN = 10;

const pemOf = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;

/** The certificates that a server shows, its own first (DER). Nothing is believed of them, and nothing is sent. */
const shownChain = (server: URL): Promise<Result<Buffer[], 'unreachable' | 'not-tls'>> =>
  new Promise((resolve) => {
    const host = server.hostname.replace(/^\[|\]$/g, '');
    const socket = connect({
      ...{ host, port: Number(server.port || 443), rejectUnauthorized: false },
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    const done = (result: Result<Buffer[], 'unreachable' | 'not-tls'>) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(PATIENCE, () =>
      done(fail('unreachable', `${server.host} gave no answer within ${PATIENCE / 1_000} s`)),
    );
    socket.once('error', (error) => {
      const text = errorText(error);
      const code = /WRONG_VERSION|wrong version|packet length|EPROTO/i.test(text)
        ? 'not-tls'
        : 'unreachable';
      done(fail(code, `${server.host}: ${text}`));
    });
    socket.once('secureConnect', () => {
      const chain: Buffer[] = [];
      let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
      while (next?.raw !== undefined && chain.length < LONGEST_CHAIN) {
        chain.push(next.raw);
        next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
      }
      done(ok(chain));
    });
  });

/**
 * The certificate by which a one-time code knows its server, PEM: the one of the chain it shows whose
 * SHA-256 begins with `fingerprint` (EN1). Whoever else answers there is told nothing.
 */
export const pinnedAuthority = async (
  server: URL,
  fingerprint: Uint8Array,
): Promise<Result<string, 'unreachable' | 'not-tls' | 'wrong-server'>> => {
  const chain = await shownChain(server);
  if (!chain.ok) return chain;
  const pinned = chain.value.find((der) =>
    createHash('sha256').update(der).digest().subarray(0, CODE_PART_BYTES).equals(fingerprint),
  );
  if (pinned !== undefined) return ok(pemOf(pinned));
  const message = `${server.host} is not the server that made this code; nothing was sent to it`;
  return fail('wrong-server', message);
};
