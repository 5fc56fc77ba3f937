import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowAt } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const refusals = async (): Promise<Record<string, number>> => {
  const { text } = await house.get('/metrics');
  const lines = text.matchAll(/throng_messages_refused_total\{reason="([^"]+)"\} (\d+)/g);
  return Object.fromEntries([...lines].map(([, reason, count]) => [reason, Number(count)]));
};

describe('[I] messages that break the contract', () => {
  it('are dropped and counted by reason, and told once a second', async () => {
    const agent = await house.agent();
    const topic = 'throng/v1/hall/box-2/data/stage/window';
    const send = (to: string, body: string | Buffer) => agent.publishAsync(to, body, { qos: 1 });
    await send(topic, 'not json');
    await send(topic, Buffer.from([0xff, 0xfe]));
    await send(topic, JSON.stringify({ ...windowAt('stage', 1), image: 'aGVsbG8=' }));
    await send(topic, 'x'.repeat(40_000));
    await send(topic, JSON.stringify(windowAt('south', 1)));
    await send('throng/v1/hall/box-2/gossip', '{}');
    await house.deliver(agent, windowAt('stage', 1, 1, { edge: 'box-1' }));
    house.second();
    expect(await refusals()).toEqual({
      'not-json': 2,
      schema: 1,
      'too-large': 1,
      'wrong-sender': 1,
      'unknown-topic': 1,
      'foreign-camera': 1,
    });
    await expect.poll(() => house.log).toContain('"reason":"not-json","count":2');
    expect(await house.json('/api/v1/zones')).toMatchObject([{ reading: null }, { reading: null }]);
  });

  it('never stop the good ones', async () => {
    const agent = await house.agent();
    await agent.publishAsync('throng/v1/hall/box-2/data/stage/window', '}', { qos: 1 });
    house.second();
    await house.deliver(agent, windowAt('stage', 1));
    house.second();
    expect(await house.json('/api/v1/zones')).toMatchObject([{}, { reading: { persons: 50 } }]);
  });
});

describe('[I] two agents with one id', () => {
  it('are both refused, and the page is told at once', async () => {
    const [first, second] = [await house.agent(), await house.agent()];
    const page = house.listen();
    await page.until(({ type }) => type === 'snapshot');
    for (let end = 1; end <= 4; end += 1) {
      house.second();
      await house.deliver(first, windowAt('stage', end));
      await house.deliver(second, windowAt('stage', end, 3, { bootId: '00000000000000bb' }));
    }
    const { alerts } = await page.until((message) => message.alerts.length > 0);
    expect(alerts).toMatchObject([
      { priority: 'critical', reason: { kind: 'duplicate-edge', edge: 'box-2' } },
    ]);
    expect((await refusals())['duplicate-edge']).toBeGreaterThan(0);
  });
});
