import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** One machine may serve several venues, and cookies know no ports: each venue has its own. */
export const sessionCookieName = (venue: string): string => `throng-${venue}`;

export const readCookie = (header: string | undefined, name: string): string | undefined =>
  header === undefined ? undefined : parse(header)[name];

export interface CookieChange {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** `lax` only where another site sends people back. */
  readonly sameSite: 'strict' | 'lax';
  readonly maxAgeSeconds: number;
}

/** No script reads it, no other site's request carries it, and over HTTPS it never travels without. */
export const setCookie = (
  request: FastifyRequest,
  reply: FastifyReply,
  { name, value, path, sameSite, maxAgeSeconds }: CookieChange,
): void => {
  const cookie = serialize(name, value, {
    httpOnly: true,
    sameSite,
    secure: request.protocol === 'https',
    path,
    maxAge: maxAgeSeconds,
  });
  reply.header('set-cookie', cookie);
};
