import { readFileSync } from 'node:fs';
import { faultLines } from '@throng/contract';
import { checkVenueFile, completeVenueFile } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VENUE } from '../support/venue.js';

const check = (content: unknown, environment: Record<string, string> = {}) => {
  const completed = completeVenueFile(content, environment);
  const checked = checkVenueFile(completed);
  return checked.ok
    ? { settings: checked.value.server, lines: [] }
    : { settings: undefined, lines: faultLines(checked.faults, completed) };
};

describe('[U] venue file', () => {
  it('needs nothing but a venue', () => {
    const { settings } = check({ venue: VENUE });
    expect(settings).toMatchObject({
      listen: { host: '127.0.0.1', port: 8080, allowedOrigins: [] },
      broker: { embedded: { host: '127.0.0.1', port: 1883 } },
      alerts: { onDelaySeconds: 10 },
      staleAfterSeconds: 5,
    });
  });

  it('the file goes over the defaults, and the environment over the file', () => {
    const content = { venue: VENUE, server: { listen: { port: 9_000 }, staleAfterSeconds: 8 } };
    const { settings } = check(content, {
      THRONG_LISTEN_PORT: '9001',
      THRONG_BROKER_EMBEDDED_PORT: '1999',
      THRONG_STORE_FILE: '12',
    });
    expect(settings).toMatchObject({
      listen: { port: 9_001 },
      broker: { embedded: { port: 1_999 } },
      store: { file: '12' },
      staleAfterSeconds: 8,
    });
  });

  it('tells every fault of venue and settings at once, with path, value and remedy', () => {
    const { lines } = check({
      venue: { ...VENUE, zones: [VENUE.zones[0], { ...VENUE.zones[1], id: 'west' }], cameras: [] },
      server: { listen: { port: 99_999 }, broker: { url: 'http://x' }, alarms: {} },
      extra: 1,
    });
    const text = lines.join('\n');
    expect(text).toContain('extra: unknown field');
    expect(text).toMatch(/venue\.cameras: must not have fewer than 1 items/);
    expect(text).toMatch(/server\.listen\.port: must be <= 65535 \(is 99999\)/);
    expect(text).toMatch(/server\.broker\.url: must match pattern .* \(value not shown\)/);
    expect(text).toMatch(/server: unknown field "alarms"/);
  });

  it('judges settings against each other', () => {
    const { lines } = check({
      venue: VENUE,
      server: {
        listen: { port: 1883 },
        broker: { password: 'hunter2', passwordFile: '/run/secrets/x' },
        lateAfterSeconds: 9,
      },
    });
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  it.each([undefined, null, 'text', 7, [], {}])('says what it needs when given %j', (content) => {
    expect(check(content).lines).toEqual([
      expect.stringContaining('must be a mapping with "venue:"'),
    ]);
  });

  it('cannot be changed once checked', () => {
    const checked = checkVenueFile(completeVenueFile({ venue: VENUE }, {}));
    if (!checked.ok) throw new Error('expected a good file');
    expect(Object.isFrozen(checked.value.server.listen)).toBe(true);
    expect(Object.isFrozen(checked.value.venue.zones[0]?.polygon)).toBe(true);
  });
});

describe('[U] examples/venue.yml', () => {
  const text = readFileSync(
    new URL('../../../../control-server/examples/venue.yml', import.meta.url),
    'utf8',
  );

  it('is a good venue file', () => {
    expect(check(parse(text)).lines).toEqual([]);
  });

  it('shows each setting with its default', () => {
    const shown = check(parse(text)).settings;
    expect(shown).toEqual(check({ venue: VENUE }).settings);
  });

  it('names each setting that there is, those without a default in a comment', () => {
    for (const key of [
      'url',
      'username',
      'passwordFile',
      'password',
      'caFile',
      'maxMegabytes',
      'dashboard',
    ]) {
      expect(text).toMatch(new RegExp(`# .*${key}:`));
    }
  });
});
