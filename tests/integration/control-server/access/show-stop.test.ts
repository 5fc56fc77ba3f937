import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import { House } from '../support/house.js';
import { colleague, firstAdmin, type Guest, openGuardedHouse } from './support/guest.js';

const ORDER = { reason: 'crowd-collapse', note: 'people down', zones: ['east'] };

let house: House;
let [admin, lead, steward, viewer]: Guest[] = [];
const guest = (one: Guest | undefined): Guest => {
  if (one === undefined) throw new Error('nobody came');
  return one;
};

beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
  lead = await colleague(house, admin, { name: 'lea', role: 'operator', zones: null });
  steward = await colleague(house, admin, { name: 'sam', role: 'operator', zones: ['west'] });
  viewer = await colleague(house, admin, { name: 'vic', role: 'viewer', zones: ['east'] });
});
afterAll(() => house.close());

const act = (who: Guest | undefined, body: object) =>
  guest(who).ask('POST', '/api/v1/show-stop/acts', body);
const state = async () => Object((await guest(lead).ask('GET', '/api/v1/show-stop')).body);
const askToStop = async (who: Guest | undefined): Promise<string> => {
  const { body } = await act(who, { kind: 'ask-stop', order: ORDER });
  return String(Object(body).ask?.at);
};

describe('[I] stopping the show', () => {
  it('[SS1] [SS8] two accounts stop it, and a viewer of another zone is told at once', async () => {
    const page = guest(viewer).listen();
    const first = await page.until(({ type }) => type === 'snapshot');
    expect(first.showStop).toMatchObject({ verified: true, ask: null, stop: null });
    const ask = await askToStop(lead);
    await page.until(({ showStop }) => showStop?.ask?.by === 'lea');
    expect(await act(lead, { kind: 'confirm', ask })).toMatchObject({
      status: 403,
      body: { error: { code: 'same-person' } },
    });
    expect(await act(viewer, { kind: 'confirm', ask })).toMatchObject({ status: 403 });
    expect((await act(steward, { kind: 'confirm', ask })).status).toBe(200);
    const told = await page.until(({ showStop }) => showStop?.stop != null);
    expect(told.showStop?.stop).toMatchObject({
      order: ORDER,
      asked: { by: 'lea' },
      confirmed: { by: 'sam' },
    });
  });

  it('[SS4] [SS6] a tick is shared, and all of it survives a restart', async () => {
    expect((await act(steward, { kind: 'tick', item: 0, done: true })).status).toBe(200);
    const before = await state();
    await house.stop();
    await house.start();
    expect(await state()).toEqual(before);
    expect(before.stop.checklist[0]).toMatchObject({ done: { by: 'sam' } });
  });

  it('[SS3] [SS2] an ask to go on lapses by itself, and a second one is confirmed', async () => {
    await act(lead, { kind: 'ask-resume' });
    for (let second = 0; second < 60; second += 1) house.second();
    expect(await state()).toMatchObject({ ask: null, last: { how: 'lapsed', by: 'lea' } });
    const { body } = await act(lead, { kind: 'ask-resume' });
    const ask = Object(body).ask.at;
    expect((await act(admin, { kind: 'confirm', ask })).status).toBe(200);
    expect(await state()).toMatchObject({ stop: null, last: { how: 'resumed', by: 'ada' } });
  });

  it('[SS5] every step is on record, with who, why and where', async () => {
    house.second();
    const found = await guest(admin).ask('GET', '/api/v1/audit?limit=100');
    const entries: { action: string; actor: string; details: object }[] = Object(
      found.body,
    ).records;
    const steps = entries
      .filter(({ action }) => action.startsWith('show-'))
      .map(({ action, actor }) => `${action} ${actor}`)
      .reverse();
    expect(steps).toEqual([
      'show-stop-asked lea',
      'show-stop-confirmed sam',
      'show-stop-checked sam',
      'show-resume-asked lea',
      'show-stop-lapsed server',
      'show-resume-asked lea',
      'show-resumed ada',
    ]);
    const confirmed = entries.find(({ action }) => action === 'show-stop-confirmed');
    expect(confirmed?.details).toMatchObject({
      asker: 'lea',
      reason: 'crowd-collapse',
      comment: 'people down',
      zones: ['east'],
    });
  });

  it('[SS1] a token is no person, and a zone that is not there is named', async () => {
    const made = await guest(admin).ask('POST', '/api/v1/tokens', {
      name: 'desk',
      scopes: ['stop-show'],
      zones: null,
    });
    const { secret } = Object(made.body);
    const asked = await fetch(`${house.server.url}/api/v1/show-stop/acts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'ask-stop', order: ORDER }),
    });
    expect([asked.status, await asked.json()]).toMatchObject([
      403,
      { error: { code: 'not-a-person' } },
    ]);
    const order = { ...ORDER, zones: ['moon'] };
    const unknown = await act(lead, { kind: 'ask-stop', order });
    expect(unknown).toMatchObject({ status: 400 });
    expect(JSON.stringify(unknown.body)).toContain('moon');
  });

  it('[SS9] however dense it gets, nothing but alerts comes of it', async () => {
    const agent = await house.agent();
    for (let second = 61; second <= 90; second += 1) {
      house.second();
      await house.deliver(agent, windowAt('stage', second, 8));
    }
    house.second();
    const alerts = await guest(lead).ask('GET', '/api/v1/alerts?state=active');
    expect(JSON.stringify(alerts.body)).toContain('emergency');
    expect(await state()).toMatchObject({ ask: null, stop: null });
  });
});

describe('[I] stopping the show in open access', () => {
  it('[SS7] two people type their names, and the state says that nobody checked them', async () => {
    const open = await House.open();
    const post = async (body: object) => {
      const answer = await fetch(`${open.server.url}/api/v1/show-stop/acts`, {
        method: 'POST',
        headers: { origin: open.server.url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: Object(await answer.json()) };
    };
    try {
      expect((await post({ kind: 'ask-stop', order: ORDER })).status).toBe(400);
      const asked = await post({ kind: 'ask-stop', order: ORDER, name: 'Kim' });
      expect(asked.body).toMatchObject({ verified: false, ask: { by: 'Kim' } });
      const ask = asked.body.ask.at;
      expect((await post({ kind: 'confirm', ask, name: 'kim ' })).status).toBe(403);
      const stopped = await post({ kind: 'confirm', ask, name: 'Lou' });
      expect(stopped.body.stop).toMatchObject({ asked: { by: 'Kim' }, confirmed: { by: 'Lou' } });
    } finally {
      await open.close();
    }
  });
});
