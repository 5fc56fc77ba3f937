import { createTransport } from 'nodemailer';
import { type Channel, failed, type SendOutcome } from '../../notifications/delivery.js';
import type { Message } from '../../notifications/message.js';

export interface EmailServer {
  readonly host: string;
  readonly port?: number;
  readonly security?: 'starttls' | 'tls' | 'none';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly from: string;
  readonly to: readonly string[];
}

const TIMEOUT_MS = 10_000;
/** Where mail is handed in (RFC 6409). */
const SUBMISSION_PORT = 587;

const lines = ({ advice, text, venue, when }: Message, link: string | undefined): string =>
  [
    text,
    ...(advice === null ? [] : [advice]),
    '',
    `${venue} · ${when}`,
    ...(link ? [link] : []),
  ].join('\n');

/** Mail servers say with 5xx that trying again is of no use; nothing else is that sure. */
const faultOf = (error: unknown): SendOutcome => {
  if (!(error instanceof Error)) return failed('network', true);
  const status = 'responseCode' in error ? Number(error.responseCode) : 0;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'network';
  if (status >= 500) return failed(`smtp-${status}`, false);
  return failed(status > 0 ? `smtp-${status}` : code.toLowerCase(), true);
};

/** Tells people by e-mail, as plain text. The server is one that the settings name, be it next door. */
export const emailChannel = (
  id: string,
  { from, host, password, port = SUBMISSION_PORT, security = 'starttls', to, user }: EmailServer,
  link: string | undefined,
): Channel => {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    id,
    kind: 'email',
    send: async ({ message }) => {
      const { priority, title, venue } = message;
      const isGrave = priority === 'critical' || priority === 'emergency';
      try {
        await transport.sendMail({
          from,
          to: [...to],
          subject: `[${venue}] ${title}`,
          text: lines(message, link),
          ...(isGrave ? { priority: 'high' } : {}),
        });
        return { ok: true };
      } catch (error) {
        return faultOf(error);
      }
    },
  };
};
