import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatStreamUrl,
  parseSourceAddress,
} from '../../../../edge-agent/src/feed/source-address.js';
import { redact } from '../../../../edge-agent/src/settings/redact.js';

const password = fc.string({ minLength: 4, maxLength: 30, unit: 'grapheme' });

describe('[U] redacting', () => {
  it('shows no password of a URL, whatever its characters', () => {
    fc.assert(
      fc.property(password, (secret) => {
        fc.pre(!'rtsp://***@cam.local:554/live'.includes(secret) && !secret.includes('*'));
        const url = formatStreamUrl('rtsp', {
          username: 'viewer',
          password: secret,
          place: 'cam.local:554/live',
        });
        const shown = redact(`cannot open ${url}: 401`);
        expect(shown).toBe('cannot open rtsp://***@cam.local:554/live: 401');
      }),
    );
  });

  it('shows no known password, plain or encoded, in any text', () => {
    fc.assert(
      fc.property(password, (secret) => {
        fc.pre(!'said  and  here***'.includes(secret));
        const shown = redact(`said ${secret} and ${encodeURIComponent(secret)} here`, [secret]);
        expect(shown).toBe('said *** and *** here');
      }),
    );
  });

  it('masks an unencoded password that holds @, : and /', () => {
    expect(redact('rtsp://u:p@:s/s@10.0.0.9/x failed')).toBe('rtsp://***@10.0.0.9/x failed');
  });

  it('masks what a camera wants to be asked in a query', () => {
    expect(redact("Impossible to open 'http://cam/live?user=u&pwd=s3cret' | 404")).toBe(
      "Impossible to open 'http://cam/live?***' | 404",
    );
  });

  it('leaves text without secrets alone', () => {
    expect(redact('connection to 10.0.0.9 refused', [undefined, ''])).toBe(
      'connection to 10.0.0.9 refused',
    );
  });
});

describe('[U] source address', () => {
  it('takes back what it formatted, whatever user and password are', () => {
    const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (username, secret) => {
        const url = { username, password: secret, place: 'cam.local:554/live?x=1' };
        const source = formatStreamUrl('rtsps', url);
        expect(parseSourceAddress(source)).toEqual({ kind: 'stream', protocol: 'rtsps', url });
      }),
    );
  });

  it.each([
    ['rtsp://cam/live', undefined, undefined, 'cam/live'],
    ['rtsp://admin@cam/live', 'admin', undefined, 'cam/live'],
    ['rtsp://admin:p@ss@cam/live', 'admin', 'p@ss', 'cam/live'],
    ['rtsp://admin:a/b#c?d@cam.local/live', 'admin', 'a/b#c?d', 'cam.local/live'],
    ['rtsp://admin:a@b/c@10.0.0.9:554/live', 'admin', 'a@b/c', '10.0.0.9:554/live'],
    ['rtsp://admin:12%25@[fe80::1]:554/live', 'admin', '12%', '[fe80::1]:554/live'],
    ['rtsp://admin:100%@cam/live', 'admin', '100%', 'cam/live'],
    ['rtsp://cam/live@main', undefined, undefined, 'cam/live@main'],
    ['rtsp://admin:pass@cam/live@main', 'admin', 'pass', 'cam/live@main'],
  ])('reads %s', (source, username, secret, place) => {
    expect(parseSourceAddress(source)).toEqual({
      kind: 'stream',
      protocol: 'rtsp',
      url: { username, password: secret, place },
    });
  });

  it('takes everything else for a path', () => {
    expect(parseSourceAddress('videos/hall.mp4')).toEqual({
      kind: 'path',
      path: 'videos/hall.mp4',
    });
    expect(parseSourceAddress('file:///srv/a.mp4')).toEqual({ kind: 'path', path: '/srv/a.mp4' });
  });
});
