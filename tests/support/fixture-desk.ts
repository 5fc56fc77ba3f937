import {
  type DrillDesk,
  type PassageForecast,
  type PlanOutcome,
  type ShowStop,
  toTimestamp,
  type WhatIfAnswer,
} from '@throng/contract';
import type { BrowserContext } from 'playwright-core';
import { PERMISSIONS } from '../../control-server/src/access/permissions.js';
import { EVENING } from './fixture-scene.js';

const at = (seconds: number) => toTimestamp(EVENING + seconds * 1_000);

/** Somebody who may do everything, so that every page has all its parts. */
const session = {
  ...{ kind: 'account', name: 'annemarie.lindqvist', role: 'admin', permissions: PERMISSIONS },
  ...{ zones: null, language: null, endsAt: at(30_000) },
};

const account = (name: string, role: string, zones: readonly string[] | null) => ({
  ...{ name, role, zones, disabled: false, source: 'local', lastLoginAt: at(-3_600) },
});

const token = {
  ...{ id: 't-1', name: 'Display in the foyer', scopes: ['watch'], zones: null },
  ...{ createdBy: 'ada', createdAt: at(-90_000), expiresAt: at(9_000_000) },
  ...{ lastUsedAt: at(-60), revokedAt: null },
};

const audited = (sequence: number, action: string, subject: string) => ({
  ...{ sequence, at: at(-sequence * 60), actor: 'ada', role: 'admin', action, subject },
  ...{ outcome: 'done', details: {} },
});

const notifications = {
  channels: [
    {
      ...{ id: 'control-room', kind: 'slack', subscriptions: null },
      last: { at: at(-300), outcome: 'sent', code: null },
    },
    { id: 'phones', kind: 'push', subscriptions: 12, last: null },
  ],
  rules: [
    {
      ...{ id: 'rule-1', channel: 'phones', roles: ['operator'], zones: ['gate-b'] },
      ...{ phases: ['doors'], categories: ['crowd'], minimumPriority: 'warning' },
      ...{ quietHours: { from: '02:00', to: '08:00' }, cooldownSeconds: 60 },
      ...{ afterUnanswered: 0, cleared: true },
    },
  ],
  set: { by: 'ada', at: at(-86_400) },
  phases: ['doors', 'headliner', 'egress'],
};

const drills: DrillDesk = { scenarios: ['crush-at-gate-b', 'storm'], running: null };

/** A drill goes on. */
export const drillRuns: DrillDesk = {
  ...drills,
  running: {
    ...{ scenario: 'crush-at-gate-b', by: 'annemarie.lindqvist', startedAt: at(-300) },
    ...{ speed: 1, tellsPeople: false },
  },
};

const outcome = (name: string | null, share: number): PlanOutcome => ({
  name,
  clear: { expected: 900 * share, earliest: 700 * share, latest: 1_200 * share },
  ...{ left: 0, trapped: 0, heldOutside: Math.round(240 * (1 - share)) },
  worst: { zone: 'gate-b', density: 5.2 * share, seconds: 120 },
  zones: [
    {
      zone: 'gate-b',
      clear: { expected: 900 * share, earliest: 700 * share, latest: null },
      ...{ left: 0, trapped: 0, peak: 5.2 * share, peakSeconds: 120 },
      ...{ warningSeconds: 0, criticalSeconds: share < 1 ? null : 30 },
    },
  ],
  exits: [{ passage: 'door-b', persons: 1_400, perMinute: 642 }],
  series: [
    {
      zone: 'gate-b',
      densities: Array.from({ length: 60 }, (_, step) => 5.2 * share * Math.exp(-step / 30)),
    },
  ],
});

const whatIf: WhatIfAnswer = {
  ...{ at: at(0), untilMinutes: 30, seriesSeconds: 30, persons: 9_400, assumed: [] },
  plans: [outcome(null, 1), outcome('A', 0.7)],
};

const passes = (flow: number) => ({
  ...{ flow, low80: flow * 0.9, high80: flow * 1.1, low95: flow * 0.8, high95: flow * 1.2 },
});

const passageForecasts: PassageForecast[] = [
  {
    ...{ passage: 'door-b', at: at(0) },
    horizons: [60, 120, 300, 600, 900].map((seconds) => ({
      ...{ seconds, in: passes(640 - seconds / 10), out: passes(4) },
    })),
  },
];

const answers: Readonly<Record<string, unknown>> = {
  session,
  accounts: [
    account('annemarie.lindqvist', 'admin', null),
    account('sam', 'operator', ['gate-a', 'gate-b']),
    account('vera', 'viewer', null),
  ],
  tokens: [token],
  audit: {
    head: { sequence: 2, hash: 'a'.repeat(64) },
    records: [audited(2, 'log-in', 'ada'), audited(1, 'alert-acknowledged', 'a-2')],
  },
  notifications,
  drill: drills,
  'what-if': whatIf,
  'passage-forecasts': passageForecasts,
};

/**
 * Puts that person at every page of a context, before a server that answers as if all were set up;
 * `others` are answers by path in place of the usual ones.
 */
export const sitAtDesk = async (
  context: BrowserContext,
  others: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  await context.route('**/api/v1/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1/', '');
    const json = others[path] ?? answers[path];
    return json === undefined ? route.fallback() : route.fulfill({ json });
  });
};

/** The show goes on, and nobody asks for anything else. */
export const showRuns: ShowStop = { verified: true, ask: null, stop: null, last: null };

const order = {
  reason: 'crowd-density' as const,
  note: 'people fall at the front left',
  zones: ['standing'],
};

/** Somebody asks to stop the show, and nobody has confirmed. */
export const showAsked: ShowStop = {
  ...{ verified: true, stop: null, last: null },
  ask: { by: 'lea', at: at(0), lapsesAt: at(120), order },
};

/** Two people have stopped it, and the first thing on the list is done. */
export const showStopped: ShowStop = {
  ...{ verified: true, ask: null, last: null },
  stop: {
    order,
    asked: { by: 'lea', at: at(-60) },
    confirmed: { by: 'sam', at: at(-45) },
    checklist: [
      { text: 'Lights up', done: { by: 'sam', at: at(-30) } },
      { text: 'Music off, announcement read', done: null },
      { text: 'All exits open', done: null },
    ],
  },
};
