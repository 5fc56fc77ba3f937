import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('[I] pages that do not answer', () => {
  it('are dropped after a ping without an answer, others stay', async () => {
    const dead = new WebSocket(`${house.server.url.replace('http', 'ws')}/ws`, { autoPong: false });
    const page = house.listen();
    await page.until(({ type }) => type === 'snapshot');
    let dropped = false;
    dead.on('close', () => {
      dropped = true;
    });
    await expect
      .poll(() => {
        house.clock.advance(15_000);
        return dropped;
      })
      .toBe(true);
    expect(page.socket.readyState).toBe(WebSocket.OPEN);
  });
});
