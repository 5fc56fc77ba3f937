import { describe, expect, it } from 'vitest';
import {
  accessFaults,
  groupZoneFaults,
} from '../../../../control-server/src/access/access-faults.js';
import {
  formatToken,
  isTokenGood,
  parseToken,
} from '../../../../control-server/src/access/api-token.js';
import { passwordFault } from '../../../../control-server/src/access/password-rule.js';
import { PERMISSIONS, permissionsOf } from '../../../../control-server/src/access/permissions.js';
import { mapClaims } from '../../../../control-server/src/access/role-mapping.js';
import { isLoopback, mayChange } from '../../../../control-server/src/access/same-origin.js';
import { isSessionOver, sessionEnd } from '../../../../control-server/src/access/session.js';

describe('[U] the table of permissions', () => {
  it('gives an admin everything, and every role at least the watch', () => {
    expect(permissionsOf('admin')).toEqual(new Set(PERMISSIONS));
    for (const role of ['viewer', 'operator', 'engineer'] as const) {
      expect(permissionsOf(role).has('watch')).toBe(true);
      expect(permissionsOf(role).has('keep-accounts')).toBe(false);
      expect(permissionsOf(role).has('read-audit')).toBe(false);
    }
  });

  it('keeps apart who acts on a crowd and who changes the venue', () => {
    expect(permissionsOf('viewer').has('handle-alerts')).toBe(false);
    expect(permissionsOf('operator').has('edit-venue')).toBe(false);
    expect(permissionsOf('engineer').has('stop-show')).toBe(false);
  });
});

describe('[U] passwords', () => {
  it.each([
    ['eleven char', 'too-short'],
    ['a'.repeat(201), 'too-long'],
    ['abababababababab', 'too-simple'],
    ['I am ADA, really', 'holds-name'],
    ['correct horse battery', undefined],
    ['ファイルを開く人は誰ですか', undefined],
  ])('"%s" is %s', (password, fault) => {
    expect(passwordFault(password, 'ada')).toBe(fault);
  });

  it('of an address only the part before the @ counts', () => {
    expect(passwordFault('example.org is fine here', 'kim@example.org')).toBeUndefined();
    expect(passwordFault('kimono and more words', 'kim@example.org')).toBe('holds-name');
  });
});

describe('[U] sessions and tokens', () => {
  const HOUR = 3_600_000;
  const limits = { idleHours: 2, absoluteHours: 10 };

  it('a session ends after its idle time, and after its longest in any case', () => {
    const session = { hash: '', account: 'ada', createdAt: 0, seenAt: 3 * HOUR };
    expect(sessionEnd(session, limits)).toBe(5 * HOUR);
    expect(isSessionOver(session, limits, 5 * HOUR - 1)).toBe(false);
    expect(isSessionOver(session, limits, 5 * HOUR)).toBe(true);
    expect(sessionEnd({ ...session, seenAt: 9 * HOUR }, limits)).toBe(10 * HOUR);
  });

  it('a token is read as it was written; anything else is none', () => {
    const [id, secret] = ['0123456789abcdef', 'A'.repeat(43)];
    expect(parseToken(formatToken(id, secret))).toEqual({ id, secret });
    for (const text of ['', 'throng__', `throng_${id}_short`, ` ${formatToken(id, secret)}`]) {
      expect(parseToken(text)).toBeUndefined();
    }
  });

  it('a token ends when it expires or is revoked', () => {
    const expiresAt = '2026-07-04T20:00:00.000Z';
    const end = Date.parse(expiresAt);
    expect(isTokenGood({ expiresAt, revokedAt: null }, end - 1)).toBe(true);
    expect(isTokenGood({ expiresAt, revokedAt: null }, end)).toBe(false);
    expect(isTokenGood({ expiresAt, revokedAt: expiresAt }, end - 1)).toBe(false);
  });
});

describe('[U] who may change something', () => {
  const host = 'throng.example';
  const from = (method: string, origin?: string, site?: string) => ({ method, host, origin, site });

  it.each([
    ['reading is for everybody', from('GET', 'https://evil.example'), true, true],
    ['our own page', from('POST', `https://${host}`), true, true],
    ['a page of another site', from('POST', 'https://evil.example'), true, false],
    ['a page without an origin, in a sandbox', from('DELETE', 'null'), true, false],
    [
      'no origin, but a browser that says it is ours',
      from('PATCH', undefined, 'same-origin'),
      true,
      true,
    ],
    ['no origin, with a cookie', from('POST'), true, false],
    ['a program with its token', from('POST'), false, true],
  ])('%s', (_, source, hasCookie, allowed) => {
    expect(mayChange(source, [], hasCookie)).toBe(allowed);
  });

  it('an origin that the settings list may', () => {
    expect(mayChange(from('POST', 'https://wall.example'), ['https://wall.example'], true)).toBe(
      true,
    );
  });

  it.each([
    ['127.0.0.1', true],
    ['127.0.0.1:8080', true],
    ['localhost:8080', true],
    ['[::1]:8080', true],
    ['::1', true],
    ['127.evil.example', false],
    ['localhost.evil.example:8080', false],
    ['192.168.1.7', false],
    ['0.0.0.0', false],
    ['', false],
  ])('"%s" is this machine: %s', (host, own) => {
    expect(isLoopback(host)).toBe(own);
  });
});

const OIDC = {
  issuer: 'https://login.example',
  clientId: 'throng',
  redirectUri: 'https://throng.example/auth/oidc/callback',
  scope: 'openid',
  label: 'Single sign-on',
  nameClaim: 'preferred_username',
  groupsClaim: 'realm_access.roles',
  roles: { security: 'operator', heads: 'admin' } as const,
  zones: { west: ['gate-a', 'concourse'], east: ['concourse', 'floor'] },
  zonesRequired: false,
};
const claimed = (roles: unknown, name: unknown = 'Kim') => ({
  preferred_username: name,
  realm_access: { roles },
});

describe('[U] what a provider’s claims make of somebody', () => {
  it('the highest role of the groups, and the zones of all of them', () => {
    expect(mapClaims(claimed(['heads', 'security', 'west', 'east']), OIDC)).toEqual({
      name: 'kim',
      role: 'admin',
      zones: ['gate-a', 'concourse', 'floor'],
    });
    expect(mapClaims(claimed('security'), OIDC)).toMatchObject({ role: 'operator', zones: null });
  });

  it.each([
    ['no group with a role', claimed(['caterers'])],
    ['no groups', { preferred_username: 'kim' }],
    ['groups of another form', claimed({ security: true })],
    ['a group that is only a property of every object', claimed(['constructor', 'toString'])],
    ['a name that is no text', claimed(['security'], 7)],
    ['a name that is none', claimed(['security'], '<script>')],
  ])('%s: not let in', (_, claims) => {
    expect(mapClaims(claims, OIDC)).toBeUndefined();
  });

  it('without a group of zones nobody is let in where the settings ask for one', () => {
    expect(mapClaims(claimed(['security']), { ...OIDC, zonesRequired: true })).toBeUndefined();
  });
});

describe('[U] settings of access', () => {
  const access = {
    mode: 'accounts',
    sessionIdleHours: 12,
    sessionHours: 168,
    trustedProxies: [],
  } as const;

  it('open access is accepted on this machine’s own address only', () => {
    const open = { ...access, mode: 'open', trustedProxies: [] } as const;
    expect(accessFaults({ ...open, trustedProxies: [] }, '127.0.0.1')).toEqual([]);
    expect(accessFaults({ ...open, trustedProxies: [] }, '0.0.0.0')).toMatchObject([
      { path: '/access/mode', message: expect.stringContaining('listen.host is 0.0.0.0') },
    ]);
  });

  it('names every other fault at once', () => {
    const faults = accessFaults(
      {
        ...access,
        trustedProxies: [],
        sessionIdleHours: 200,
        oidc: { ...OIDC, issuer: 'http://login.example' },
      },
      '0.0.0.0',
    );
    expect(faults.map(({ path }) => path)).toEqual([
      '/access/sessionIdleHours',
      '/access/oidc/issuer',
    ]);
    const zones = [{ id: 'concourse', name: 'C', kind: 'walkway', polygon: [] } as const];
    const strange = groupZoneFaults(
      { ...access, trustedProxies: [], oidc: OIDC },
      { zones: zones.map((zone) => ({ ...zone, polygon: [] })) },
    );
    expect(strange.map(({ path }) => path)).toEqual([
      '/access/oidc/zones/west',
      '/access/oidc/zones/east',
    ]);
  });
});
