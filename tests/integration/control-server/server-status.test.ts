import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const STATUS = 'throng/v1/hall/server/status';

/** What an agent hears of the server, live (`online`) or kept by the broker (`online, kept`). */
const listen = async () => {
  const agent = await house.agent();
  const heard: string[] = [];
  agent.on('message', (_, payload, { retain }) => {
    heard.push(`${payload}${retain ? ', kept' : ''}`);
  });
  await agent.subscribeAsync(STATUS, { qos: 1 });
  await expect.poll(() => heard).toEqual(['online, kept']);
  return { agent, heard };
};

describe('[I] server status', () => {
  it('[T6] is said every ten seconds', async () => {
    const { heard } = await listen();
    for (let second = 0; second < 20; second += 1) house.second();
    await expect.poll(() => heard).toEqual(['online, kept', 'online', 'online']);
  });

  it('[T6] is said to an agent that comes, at once', async () => {
    const { agent, heard } = await listen();
    await agent.publishAsync('throng/v1/hall/box-1/status', 'online', { qos: 1, retain: true });
    await expect.poll(() => heard).toEqual(['online, kept', 'online']);
    await agent.publishAsync('throng/v1/hall/box-1/status', 'offline', { qos: 1, retain: true });
    await agent.publishAsync('throng/v1/hall/box-1/status', 'asleep', { qos: 1 });
    expect(heard).toHaveLength(2);
  });
});
