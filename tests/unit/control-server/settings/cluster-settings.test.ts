import { describe, expect, it } from 'vitest';
import {
  checkVenueFile,
  completeVenueFile,
} from '../../../../control-server/src/settings/check-venue-file.js';
import { sslmodeOf } from '../../../../control-server/src/settings/postgres-settings.js';
import { VENUE } from '../support/venue.js';

const check = (server: object, environment = {}) =>
  checkVenueFile(completeVenueFile({ venue: VENUE, server }, environment));

const faultsOf = (server: object): string[] => {
  const checked = check(server);
  return checked.ok ? [] : checked.faults.map(({ path }) => path);
};

const broker = { url: 'mqtt://broker.example' };

describe('[U] settings of PostgreSQL and of a cluster', () => {
  it('a database on this machine needs no more than to be named', () => {
    const checked = check({ store: { postgres: {} } });
    expect(checked.ok && checked.value.server.store.postgres).toEqual({
      ...{ host: '127.0.0.1', port: 5_432, database: 'throng', user: 'throng' },
    });
  });

  it('a password never stands in the settings', () => {
    expect(faultsOf({ store: { postgres: { password: 'secret' } } })).toEqual([
      '/server/store/postgres',
    ]);
  });

  it('what crosses a network is protected and checked, unless that is turned off', () => {
    const mode = (host: string, sslmode?: 'disable') =>
      sslmodeOf({ host, port: 1, database: 'd', user: 'u', ...(sslmode && { sslmode }) });
    expect(['db.example', '10.0.0.7'].map((host) => mode(host))).toEqual([
      'verify-full',
      'verify-full',
    ]);
    expect(['127.0.0.1', '::1', 'localhost', '/run/postgresql'].map((host) => mode(host))).toEqual(
      Array(4).fill('disable'),
    );
    expect(mode('db.example', 'disable')).toBe('disable');
  });

  it('says what of TLS does not go together', () => {
    const postgres = { host: '/run/postgresql', sslmode: 'require' };
    expect(faultsOf({ store: { postgres } })).toEqual(['/server/store/postgres/sslmode']);
    expect(faultsOf({ store: { postgres: { caFile: 'ca.pem' } } })).toEqual([
      '/server/store/postgres/caFile',
    ]);
  });

  it('servers of a cluster share one database and one broker', () => {
    expect(faultsOf({ cluster: {} })).toEqual(['/server/store/postgres', '/server/broker/url']);
    expect(faultsOf({ cluster: {}, broker, store: { postgres: {} } })).toEqual([]);
  });
});
