import type { Alert } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../control-server/src/language.js';
import { noCooldowns } from '../../../../control-server/src/notifications/cooldown.js';
import type { Message } from '../../../../control-server/src/notifications/message.js';
import { occurrenceOf } from '../../../../control-server/src/notifications/occurrence.js';
import { planDeliveries } from '../../../../control-server/src/notifications/plan-deliveries.js';
import { isQuiet } from '../../../../control-server/src/notifications/quiet-hours.js';
import { defaultRules } from '../../../../control-server/src/notifications/rule.js';
import { ruleFaults } from '../../../../control-server/src/notifications/rule-faults.js';
import { ruleWants } from '../../../../control-server/src/notifications/rule-wants.js';
import { tell } from '../../../../control-server/src/notifications/tell.js';
import { AT, densityAlert, occurrence, rule, TELLING } from './sample-alerts.js';

const moment = { at: AT, timeZone: 'UTC', phase: 'show' } as const;
const urgent = { isUrgent: true, alert: densityAlert({ priority: 'critical' }) } as const;

describe('[U] rules of notifications', () => {
  it('tell by priority, category, zone and phase', () => {
    const wants = (change: Parameters<typeof rule>[0]) =>
      ruleWants(rule(change), occurrence(), moment);
    expect(wants({})).toBe(true);
    expect(wants({ minimumPriority: 'critical' })).toBe(false);
    expect(wants({ categories: ['system'] })).toBe(false);
    expect(wants({ zones: ['east'] })).toBe(true);
    expect(wants({ zones: ['west'] })).toBe(false);
    expect(wants({ phases: ['show'] })).toBe(true);
    expect(wants({ phases: ['egress'] })).toBe(false);
    const between = { ...moment, phase: undefined };
    expect(ruleWants(rule({ phases: ['show'] }), occurrence(), between)).toBe(false);
  });

  it('keep quiet at night, but never of what is grave or what somebody calls for', () => {
    const quiet = rule({ quietHours: { from: '19:30', to: '07:00' } });
    expect(ruleWants(quiet, occurrence(), moment)).toBe(false);
    expect(ruleWants(quiet, occurrence(urgent), moment)).toBe(true);
    const help = occurrence({ kind: 'help-called', isUrgent: true, calls: 1 });
    expect(ruleWants({ ...quiet, minimumPriority: 'critical' }, help, moment)).toBe(true);
  });

  it('quiet hours may pass midnight, and are those of the venue', () => {
    const hours = { from: '23:00', to: '07:00' };
    const at = (hour: number) => isQuiet(hours, Date.UTC(2026, 6, 4, hour), 'UTC');
    expect([22, 23, 0, 6, 7].map(at)).toEqual([false, true, true, true, false]);
    expect(isQuiet(hours, Date.UTC(2026, 6, 4, 21), 'Europe/Berlin')).toBe(true);
    expect(isQuiet({ from: '09:00', to: '12:00' }, Date.UTC(2026, 6, 4, 12), 'UTC')).toBe(false);
  });

  it('[LC6] go on to the next step only when nobody has answered', () => {
    const second = rule({ afterUnanswered: 2 });
    const called = (calls: number) => occurrence({ ...urgent, kind: 'unanswered', calls });
    expect(ruleWants(second, occurrence(urgent), moment)).toBe(false);
    expect(ruleWants(second, called(1), moment)).toBe(false);
    expect(ruleWants(second, called(2), moment)).toBe(true);
    expect(ruleWants(rule(), called(2), moment), 'those told first are told again').toBe(true);
  });

  it('tell the end only where that is asked for', () => {
    const over = occurrence({ kind: 'cleared' });
    expect(ruleWants(rule(), over, moment)).toBe(false);
    expect(ruleWants(rule({ cleared: true }), over, moment)).toBe(true);
  });

  it('name each fault with its place and remedy', () => {
    const world = {
      channels: new Set(['hook']),
      zones: new Set(['east']),
      phases: new Set<string>(),
    };
    const faults = ruleFaults(
      [rule(), rule({ channel: 'fax', roles: ['admin'], zones: ['moon'], phases: ['show'] })],
      world,
    );
    expect(faults.map(({ path }) => path)).toEqual([
      ...['/1/id', '/1/channel', '/1/roles', '/1/zones', '/1/phases'],
    ]);
    expect(ruleFaults(defaultRules(['hook']), world)).toEqual([]);
  });
});

describe('[U] who is told', () => {
  const staff = (['operator', 'engineer', 'admin', 'viewer'] as const).map((role) => ({
    ...{ id: role, role, language: 'en' as const, see: (alert: Alert) => [alert] },
  }));
  const world = (rules = [rule()]) => ({
    ...{ rules, recipients: [], moment, languageOf: () => 'en' as const },
    tell: (about: Parameters<typeof tell>[0], alert: Alert, language: Language): Message =>
      tell(about, alert, { ...TELLING, language }),
  });

  it('each recipient once, whichever rules want it, and phones only of what they may see', () => {
    const seer = {
      id: 'sam',
      role: 'operator',
      language: 'en',
      see: (alert: Alert) => [alert],
    } as const;
    const blind = { ...seer, id: 'wes', see: () => [] } as const;
    const viewer = { ...seer, id: 'vic', role: 'viewer' } as const;
    const rules = [
      ...[rule({ id: 'a' }), rule({ id: 'b' })],
      rule({ id: 'c', channel: 'push', roles: ['operator'] }),
    ];
    const { deliveries } = planDeliveries(
      occurrence(),
      { ...world(rules), recipients: [seer, blind, viewer] },
      noCooldowns,
    );
    expect(deliveries.map(({ channel, recipient }) => [channel, recipient])).toEqual([
      ['hook', null],
      ['push', 'sam'],
    ]);
  });

  it('[LC6] what nobody answers is told to those whom a rule names for it, past every cooldown', () => {
    const escalation = rule({
      ...{ channel: 'push', roles: ['operator', 'admin'], afterUnanswered: 1 },
      ...{ cooldownSeconds: 3_600, quietHours: { from: '00:00', to: '00:00' } },
    });
    const called = (calls: number) =>
      occurrence({ kind: 'unanswered', isUrgent: true, calls, key: `unanswered ${calls}` });
    let cooldowns = noCooldowns;
    const told = [occurrence(), called(1), called(2)].map((each) => {
      const planned = planDeliveries(
        each,
        { ...world([escalation]), recipients: staff },
        cooldowns,
      );
      cooldowns = planned.cooldowns;
      return planned.deliveries.map(({ recipient }) => recipient);
    });
    expect(told).toEqual([[], ['operator', 'admin'], ['operator', 'admin']]);
  });

  it('[LC6] by default that is every operator, engineer and admin who sees the place', () => {
    const elsewhere = { id: 'elsewhere', role: 'operator', language: 'en', see: () => [] } as const;
    const told = (about: Parameters<typeof occurrence>[0]) =>
      planDeliveries(
        occurrence(about),
        { ...world(defaultRules([])), recipients: [...staff, elsewhere] },
        noCooldowns,
      ).deliveries.map(({ recipient }) => recipient);
    expect(told({})).toEqual(['operator']);
    expect(told({ kind: 'unanswered', isUrgent: true, calls: 1 })).toEqual([
      ...['operator', 'engineer', 'admin'],
    ]);
  });

  it('each in their own language, and a channel in that of its settings', () => {
    const see = (alert: Alert) => [alert];
    const recipients = (['de', 'es'] as const).map((language) => ({
      ...{ id: language, role: 'operator' as const, language, see },
    }));
    const rules = [rule(), rule({ id: 'phones', channel: 'push' })];
    const { deliveries } = planDeliveries(
      occurrence(),
      { ...world(rules), recipients, languageOf: () => 'fr' },
      noCooldowns,
    );
    expect(deliveries.map(({ message }) => [message.language, message.title])).toEqual([
      ['fr', 'Avertissement\u00a0: East'],
      ['de', 'Warnung: East'],
      ['es', 'Aviso: East'],
    ]);
  });

  it('a cooldown holds back the same again, not what is worse or grave', () => {
    const rules = [rule({ cooldownSeconds: 120 })];
    const first = planDeliveries(occurrence(), world(rules), noCooldowns);
    const plan = (change: Parameters<typeof occurrence>[0], seconds = 10) =>
      planDeliveries(
        occurrence(change),
        { ...world(rules), moment: { ...moment, at: AT + seconds * 1_000 } },
        first.cooldowns,
      ).deliveries.length;
    expect(first.deliveries).toHaveLength(1);
    expect(plan({})).toBe(0);
    expect(plan({ kind: 'escalated' })).toBe(1);
    expect(plan(urgent)).toBe(1);
    expect(plan({}, 121)).toBe(1);
  });

  it('no name of staff and nothing that somebody wrote leaves the server', () => {
    const alert = densityAlert({
      handling: {
        ...{ at: '2026-07-04T20:01:00.000Z', acknowledged: null, assignee: 'samantha' },
        ...{ shelved: null, unanswered: 0 },
        comments: [{ at: '2026-07-04T20:01:00.000Z', by: 'samantha', text: 'a man in a red hat' }],
        help: { at: '2026-07-04T20:01:00.000Z', by: 'samantha' },
      },
    });
    const message = tell({ kind: 'help-called' }, alert, TELLING);
    expect(message).toMatchObject({ title: 'Help needed: East', figures: { persons: 420 } });
    expect(JSON.stringify(message)).not.toMatch(/samantha|red hat/);
  });
});

describe('[U] what people are told of', () => {
  it('one key for one change, another for the next, and nothing of what only explains', () => {
    const alert = densityAlert();
    const of = (kind: Parameters<typeof occurrenceOf>[0]['kind'], change: Partial<Alert> = {}) =>
      occurrenceOf({ kind, alert: { ...alert, ...change } })?.key;
    expect(of('raised')).toBe(of('raised'));
    const later = { changedAt: '2026-07-04T20:05:00.000Z', priority: 'critical' } as const;
    expect(of('escalated', later)).not.toBe(of('raised'));
    const silent = ['explained', 'revised', 'de-escalated', 'acknowledged', 'commented'] as const;
    expect(silent.map((kind) => of(kind))).toEqual(silent.map(() => undefined));
  });

  it('[LC3] an alert on the shelf calls nobody', () => {
    const shelved = { until: '2026-07-04T20:30:00.000Z', by: 'ada' };
    const handling = { at: null, acknowledged: null, assignee: null, unanswered: 0, comments: [] };
    const alert = densityAlert({ handling: { ...handling, shelved } });
    expect(occurrenceOf({ kind: 'escalated', alert })).toBeUndefined();
  });
});
