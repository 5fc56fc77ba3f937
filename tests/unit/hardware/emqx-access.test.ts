import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstMatch, matches, parseEmqxRules } from '../../support/access-rules.js';
import { BROKER_ACCESS } from '../../support/broker-access.js';

const shipped = (file: string) =>
  readFileSync(new URL(`../../../hardware/emqx/${file}`, import.meta.url), 'utf8');

const may = firstMatch(parseEmqxRules(shipped('acl.conf')));

// No EMQX runs here: these read its rules by a model of its first-match rule. The same table is held
// against a real Mosquitto in tests/integration/hardware/mosquitto-access.test.ts.
describe('[U] EMQX access rules, by a model of them', () => {
  it.each(BROKER_ACCESS)('$who may $does $topic: $allowed', ({ who, does, topic, allowed }) => {
    expect(may(who, does, topic)).toBe(allowed);
  });

  it('deny whoever fits no rule', () => {
    expect(may('stranger', 'publish', 'throng/v1/hall/box-1/status')).toBe(false);
    expect(may('stranger', 'receive', 'throng/v1/hall/box-1/data/foyer-1/window')).toBe(false);
  });

  it('a filter of MQTT matches level by level', () => {
    expect(matches('a/#', 'a')).toBe(true);
    expect(matches('a/#', 'a/b/c')).toBe(true);
    expect(matches('a/+', 'a/b/c')).toBe(false);
    expect(matches('a/+/c', 'a/b/c')).toBe(true);
    expect(matches('b/#', 'a/b')).toBe(false);
  });

  it('every listener asks for a certificate, and the plain ones are off', () => {
    const config = shipped('base.hocon');
    const listeners = config.split(/^listeners\./m).slice(1);
    const own = listeners.filter((text) => /^ssl\.(agents|servers) /.test(text));
    expect(own).toHaveLength(2);
    for (const text of own) {
      expect(text).toContain('verify = verify_peer');
      expect(text).toContain('fail_if_no_peer_cert = true');
    }
    const others = listeners.filter((text) => !own.includes(text));
    expect(others.map((text) => text.split('\n')[0])).toEqual(
      ['tcp', 'ws', 'wss', 'ssl'].map((kind) => `${kind}.default.enable = false`),
    );
    expect(config).toMatch(/no_match = deny/);
  });
});
