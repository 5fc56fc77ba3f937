import { describe, expect, it } from 'vitest';
import { readLogInAddress } from '../../../../dashboard/src/access/log-in-address.js';
import { keepsAccess, lacks, type Session } from '../../../../dashboard/src/state/session.js';

const BASE = 'https://throng.example/venue/login.html';
const to = (hash: string) => readLogInAddress(hash, BASE).to;

describe('[U] the address of the log-in page', () => {
  it('names the page to go on to, under whatever path the server stands', () => {
    expect(to('')).toBe('https://throng.example/venue/');
    expect(to('#to=%23%2Faccess')).toBe('https://throng.example/venue/#/access');
    expect(to('#to=phone.html')).toBe('https://throng.example/venue/phone.html');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'login.html',
  ])('does not follow "%s"', (wanted) => {
    expect(to(`#to=${encodeURIComponent(wanted)}`)).toBe('https://throng.example/venue/');
  });

  it('holds the secret of a link, or why another log-in failed', () => {
    expect(readLogInAddress('#link=abc', BASE)).toMatchObject({ link: 'abc', failed: null });
    expect(readLogInAddress('#failed=no-role', BASE)).toMatchObject({
      link: null,
      failed: 'no-role',
    });
  });
});

describe('[U] what the page hides', () => {
  const session: Session = {
    kind: 'account',
    name: 'sam',
    role: 'viewer',
    permissions: ['watch'],
    zones: ['west'],
    language: null,
    endsAt: 0,
  };

  it('nothing before it is known who is in, but for the page of accounts', () => {
    expect(lacks(null, 'handle-alerts')).toBe(false);
    expect(keepsAccess(null)).toBe(false);
  });

  it('what somebody may not do', () => {
    expect(lacks(session, 'handle-alerts')).toBe(true);
    expect(lacks(session, 'watch')).toBe(false);
    expect(keepsAccess({ ...session, permissions: ['read-audit'] })).toBe(true);
  });
});
