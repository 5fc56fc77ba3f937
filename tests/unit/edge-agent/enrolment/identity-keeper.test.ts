import { fail, ok, type Result } from '@throng/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Identity,
  parseIdentity,
  renewalDueAt,
} from '../../../../edge-agent/src/enrolment/identity.js';
import { IdentityKeeper } from '../../../../edge-agent/src/enrolment/identity-keeper.js';
import { FakeClock } from '../support/fake-clock.js';

const DAY = 86_400_000;
const identity = (issuedAt: number, days = 90): Identity => ({
  ...{ venue: 'hall', edge: 'box-1', server: 'https://hall:8443', broker: 'mqtts://hall:8883' },
  ...{ issuedAt, endsAt: issuedAt + days * DAY },
});

/** A keeper whose server answers what a test puts into `answers`, and how often it was asked. */
const keeperOf = (clock: FakeClock, days = 90) => {
  const answers: Result<Identity>[] = [];
  const lines: string[] = [];
  const say = (details: object, message: string) =>
    lines.push(`${message} ${JSON.stringify(details)}`);
  let asked = 0;
  const keeper = new IdentityKeeper({
    identity: identity(clock.now(), days),
    renew: async () => {
      asked += 1;
      return answers.shift() ?? fail('unreachable', 'no server');
    },
    clock,
    log: { info: say, warn: say, error: say },
  });
  onTestFinished(() => keeper.end());
  return { answers, asked: () => asked, keeper, lines };
};

describe('[U] keeping the certificate of a box', () => {
  it('[EN5] is due when a third of its life is left', () => {
    expect(renewalDueAt(identity(0))).toBe(60 * DAY);
    expect(renewalDueAt(identity(3 * DAY, 3))).toBe(5 * DAY);
  });

  it('[EN5] asks for nothing before, and once when it is due', async () => {
    const clock = new FakeClock();
    const { answers, asked, keeper, lines } = keeperOf(clock);
    await clock.advance(60 * DAY - 1);
    await keeper.look();
    expect(asked()).toBe(0);
    answers.push(ok(identity(clock.now() + 1)));
    await clock.advance(2 * 3_600_000);
    expect(asked()).toBe(1);
    expect(lines).toEqual([expect.stringContaining('is renewed')]);
    expect(keeper.health).toMatchObject({ renewal: 'in-time' });
  });

  it('[EN5] asks again each hour when it fails, says why and for how long there is time', async () => {
    const clock = new FakeClock();
    const { answers, asked, keeper, lines } = keeperOf(clock);
    await clock.advance(60 * DAY);
    await keeper.look();
    expect(lines.at(-1)).toMatch(/could not be renewed.*no server.*"hoursLeft":7(20|19)/);
    expect(keeper.health).toMatchObject({ renewal: 'failing' });
    const before = asked();
    await clock.advance(3 * 3_600_000);
    expect(asked() - before).toBeGreaterThanOrEqual(3);
    answers.push(ok(identity(clock.now())));
    await keeper.look();
    expect(keeper.health).toMatchObject({ renewal: 'in-time' });
  });

  it('[EN5] a revoked box is told to enrol anew', async () => {
    const clock = new FakeClock();
    const { answers, keeper, lines } = keeperOf(clock);
    await clock.advance(60 * DAY);
    answers.push(fail('certificate-revoked', 'that certificate is revoked'));
    await keeper.look();
    expect(lines.at(-1)).toContain('--again');
  });

  it('reads only an identity that is whole', () => {
    const file = {
      ...{ v: 1, venue: 'hall', edge: 'box-1', server: 'https://h', broker: 'mqtts://h:8883' },
      ...{ issuedAt: '2026-07-04T12:00:00.000Z', endsAt: '2026-10-02T12:00:00.000Z' },
    };
    expect(parseIdentity(file)).toMatchObject({ ok: true, value: { edge: 'box-1' } });
    const spoilt = [{ ...file, broker: 'mqtt://h:1883' }, { ...file, key: 'x' }, null, []];
    for (const value of spoilt) expect(parseIdentity(value).ok).toBe(false);
  });
});
