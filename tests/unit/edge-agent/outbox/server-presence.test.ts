import { describe, expect, it } from 'vitest';
import { ServerPresence } from '../../../../edge-agent/src/outbox/server-presence.js';

const NOW = Date.UTC(2026, 6, 4, 19, 30);

describe('[U] whether a server hears the agent', () => {
  it('[T6] it does for 30 s after it was heard', () => {
    const presence = new ServerPresence(NOW);
    expect(presence.isThere(NOW)).toBe(false);
    presence.heard('online', false, NOW);
    expect(presence.isThere(NOW + 30_000)).toBe(true);
    expect(presence.isThere(NOW + 30_001)).toBe(false);
    expect(presence.awayFor(NOW + 40_000)).toBe(10_000);
  });

  it('[T6] heard in a time that has gone back since, it is not there until it is heard again', () => {
    const presence = new ServerPresence(NOW);
    presence.heard('online', false, NOW);
    const back = NOW - 3_600_000;
    expect(presence.isThere(back)).toBe(false);
    expect(presence.awayFor(back)).toBe(0);
    presence.heard('online', false, back + 5_000);
    expect(presence.isThere(back + 10_000)).toBe(true);
  });
});
