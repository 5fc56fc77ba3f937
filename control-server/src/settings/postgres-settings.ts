import type { Fault } from '@throng/contract';
import Type from 'typebox';

const Word = Type.String({ minLength: 1, maxLength: 63 });
const Path = Type.String({ minLength: 1, maxLength: 1_000 });

/** How a connection is protected, in the words of libpq; `verify-full` checks certificate and name. */
const SslMode = Type.Union([
  Type.Literal('disable'),
  Type.Literal('require'),
  Type.Literal('verify-full'),
]);

/** A PostgreSQL that keeps what is measured; each venue has a schema of its own in the database. */
export const PostgresSettings = Type.Object(
  {
    /** A name, an address, or the folder of a Unix socket (`/run/postgresql`). */
    host: Type.String({ minLength: 1, maxLength: 253, default: '127.0.0.1' }),
    port: Type.Integer({ minimum: 1, maximum: 65_535, default: 5_432 }),
    database: Type.String({ ...Word, default: 'throng' }),
    user: Type.String({ ...Word, default: 'throng' }),
    /** One line; the password itself never stands in the settings. */
    passwordFile: Type.Optional(Path),
    /** Authority that the server's certificate must come from, PEM; else those of the system. */
    caFile: Type.Optional(Path),
    sslmode: Type.Optional(SslMode),
  },
  { additionalProperties: false },
);
export type PostgresSettings = Type.Static<typeof PostgresSettings>;

/** A socket, or this machine: nothing crosses a network. */
export const isLocal = (host: string): boolean =>
  host.startsWith('/') || host === 'localhost' || host === '::1' || /^127\./.test(host);

/** As it is set; else TLS with a checked certificate wherever a network lies between. */
export const sslmodeOf = ({ host, sslmode }: PostgresSettings) =>
  sslmode ?? (isLocal(host) ? 'disable' : 'verify-full');

/** What the shape alone cannot say; paths from `/server`. */
export const postgresFaults = (settings: PostgresSettings): Fault[] => {
  const { caFile, host } = settings;
  if (host.startsWith('/') && sslmodeOf(settings) !== 'disable') {
    const message = 'is not spoken over a Unix socket; leave it out, or name the host';
    return [{ path: '/store/postgres/sslmode', message }];
  }
  if (caFile !== undefined && sslmodeOf(settings) !== 'verify-full') {
    const message = 'checks nothing without sslmode: verify-full; set that, or leave it out';
    return [{ path: '/store/postgres/caFile', message }];
  }
  return [];
};
