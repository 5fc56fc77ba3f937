import type { IncomingMessage } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';

/** Half a year. */
const STAY_SECONDS = 15_552_000;

const HOST = /^[\w.:[\]-]{1,260}$/;

/** Older browsers do not count `ws:` to the same host as 'self', so it is named. */
const liveChannel = ({ headers: { host = '' } }: IncomingMessage): string =>
  HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";

/**
 * What the page may load and whom it may call: this server. No inline script, no inline style, no
 * eval, no framing. Where the server itself speaks TLS, browsers are told to stay with it; else HTTPS is
 * the business of what stands before it, and nothing is upgraded.
 */
export const securityHeaders = (isTls: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", liveChannel],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: isTls && { maxAge: STAY_SECONDS, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
});
