import { decodeLive, type LiveMessage } from '@throng/contract';
import { liveView, planVenue } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { Sights } from '../../../../control-server/src/access/sights.js';
import {
  LiveClient,
  type LiveSocket,
} from '../../../../control-server/src/adapters/live/live-client.js';
import { LiveHub } from '../../../../control-server/src/adapters/live/live-hub.js';
import { changeVenue } from '../../../../control-server/src/processing/change-venue.js';
import { CALM, Evening } from '../support/evening.js';
import { PLAN, START, VENUE } from '../support/venue.js';

/** A socket whose network the test can hold up. */
class HeldSocket implements LiveSocket {
  bufferedAmount = 0;
  readonly received: LiveMessage[] = [];
  ended: 'closed' | 'terminated' | undefined;
  answers = true;
  #pong: () => void = () => {};

  send(text: string): void {
    const decoded = decodeLive(text);
    if (!decoded.ok) throw new Error(decoded.message);
    this.received.push(decoded.value);
  }
  ping(): void {
    if (this.answers) this.#pong();
  }
  on(_event: 'pong', listener: () => void): void {
    this.#pong = listener;
  }
  close(): void {
    this.ended = 'closed';
  }
  terminate(): void {
    this.ended = 'terminated';
  }
}

const open = () => {
  const evening = new Evening();
  let views = 0;
  const hub = new LiveHub({ now: () => START + evening.second * 1_000 }, () => {
    views += 1;
    return liveView(PLAN, evening.state);
  });
  /** Seconds pass, and the hub tells as the server does. */
  const pass = (seconds: number, densities: Parameters<Evening['pass']>[1]): void => {
    for (let second = 0; second < seconds; second += 1) {
      evening.pass(1, densities);
      const { transitions } = evening.outcomes.at(-1) ?? { transitions: [] };
      if (transitions.length > 0) hub.publish(transitions);
      hub.publish([]);
    }
  };
  const join = (): HeldSocket => {
    const socket = new HeldSocket();
    hub.join(new LiveClient(socket, () => VENUE));
    return socket;
  };
  return { evening, hub, pass, join, views: () => views };
};

const SLOW = 2 * 1024 * 1024;
const numbers = ({ received }: HeldSocket): number[] => received.map(({ sequence }) => sequence);
const crowdStates = ({ received }: HeldSocket): string[] =>
  received.flatMap(({ alerts }) => alerts.map(({ state, priority }) => `${state} ${priority}`));

describe('[U] live hub', () => {
  it('[LV1] [LV2] begins with a snapshot, and then tells what changed, one delta a second', () => {
    const { pass, join } = open();
    pass(2, CALM);
    const page = join();
    pass(3, CALM);
    expect(page.received.map(({ type }) => type)).toEqual(['snapshot', 'delta', 'delta', 'delta']);
    expect(page.received[1]?.zones.map(({ zone }) => zone)).toEqual(['west', 'east']);
  });

  it('leaves out what is as it was', () => {
    const { pass, join } = open();
    pass(1, { stage: 1 });
    const page = join();
    pass(1, { stage: 1 });
    expect(page.received[1]?.zones.map(({ zone }) => zone)).toEqual(['east']);
    expect(page.received[1]?.edges).toEqual([]);
  });

  it('[LV5] a page that stops reading gets the latest per key, every alert in order, and no gap', () => {
    const { pass, join } = open();
    const [slow, quick] = [join(), join()];
    slow.bufferedAmount = SLOW;
    pass(20, { ...CALM, stage: 6 });
    pass(40, CALM);
    expect(slow.received.map(({ type }) => type)).toEqual(['snapshot', 'delta']);
    slow.bufferedAmount = 0;
    pass(2, CALM);
    expect(numbers(slow)).toEqual([0, 1, 2, 3]);
    expect(crowdStates(slow)).toEqual(['active emergency', 'cleared emergency']);
    expect(crowdStates(slow)).toEqual(crowdStates(quick));
    expect(slow.received[2]?.zones).toEqual([
      expect.objectContaining({ zone: 'west', at: '2026-07-04T19:31:01.000Z' }),
      expect.objectContaining({ zone: 'east', at: '2026-07-04T19:31:01.000Z' }),
    ]);
  });

  it('whoever joins knows what the others know', () => {
    const { pass, join } = open();
    const first = join();
    pass(15, { ...CALM, stage: 6 });
    const second = join();
    expect(second.received[0]).toMatchObject({ type: 'snapshot', sequence: 0 });
    expect(crowdStates(second)).toEqual(['active emergency']);
    pass(1, CALM);
    expect(first.received.at(-1)?.zones).toEqual(second.received.at(-1)?.zones);
  });

  it('does no work while nobody listens', () => {
    const { pass, join, hub, views } = open();
    pass(100, CALM);
    expect(views()).toBe(0);
    const socket = new HeldSocket();
    const client = new LiveClient(socket, () => VENUE);
    hub.join(client);
    hub.leave(client);
    const before = views();
    pass(100, CALM);
    expect(views()).toBe(before);
    expect(join().received).toHaveLength(1);
  });

  it('drops who does not answer a ping, and says goodbye to the others', () => {
    const { hub, join } = open();
    const [alive, dead] = [join(), join()];
    dead.answers = false;
    hub.checkAlive();
    hub.checkAlive();
    expect([alive.ended, dead.ended]).toEqual([undefined, 'terminated']);
    hub.close();
    expect(alive.ended).toBe('closed');
  });

  it('[LV15] gives each page a snapshot of the changed venue, in its place, in a part of it where need be', () => {
    const evening = new Evening();
    evening.pass(1, CALM);
    let plan = PLAN;
    const hub = new LiveHub({ now: () => START }, () => liveView(plan, evening.state));
    const sights = new Sights(() => plan);
    const page = (zones: readonly string[] | null): HeldSocket => {
      const socket = new HeldSocket();
      const listening = {
        get sight() {
          return sights.of({ zones });
        },
        isGood: () => sights.of({ zones })?.zones.size !== 0,
      };
      hub.join(new LiveClient(socket, () => plan.venue, listening));
      return socket;
    };
    const [all, part, gone] = [page(null), page(['west', 'east']), page(['east'])];
    const zones = VENUE.zones.filter(({ id }) => id === 'west');
    plan = planVenue({ ...VENUE, zones, passages: [] });
    evening.state = changeVenue(PLAN, plan, evening.state, [], START).state;
    hub.renew();
    hub.publish([]);
    for (const { received } of [all, part]) {
      expect(received.map(({ sequence, type }) => `${sequence} ${type}`).slice(-2)).toEqual([
        `${received.length - 2} snapshot`,
        `${received.length - 1} delta`,
      ]);
      expect(received.at(-2)).toMatchObject({ venue: { zones }, zones: [{ zone: 'west' }] });
    }
    expect(gone.ended).toBe('closed');
    expect(hub.size).toBe(2);
  });
});
