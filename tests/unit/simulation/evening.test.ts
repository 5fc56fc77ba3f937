import { createHash } from 'node:crypto';
import { toPolygon } from '@throng/contract';
import { containsPoint, defaultAlertBands } from '@throng/crowd';
import { createSimulation, type SimulatedVenue, type Truth } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { arena, calmArena } from './arena.js';

const evening = (venue: SimulatedVenue, seed: number, seconds: number): Truth[] =>
  createSimulation(venue, seed).advance(seconds);

const hash = (truths: readonly Truth[]): string =>
  createHash('sha256').update(JSON.stringify(truths)).digest('hex');

const densityAt = (truths: readonly Truth[], zone: string): number[] =>
  truths.map(({ zones }) => zones[zone]?.density ?? Number.NaN);

const bands = defaultAlertBands('queue');

describe('an evening in the arena', () => {
  const truths = evening(arena(), 1, 840);

  it('[U] the same seed gives the same truth, another seed another one', () => {
    const first = hash(truths.slice(0, 150));
    expect(hash(evening(arena(), 1, 150))).toBe(first);
    expect(hash(evening(arena(), 2, 150))).not.toBe(first);
  });

  it('[U] the cut of the steps does not matter', () => {
    const simulation = createSimulation(arena(), 1);
    const pieces = Array.from({ length: 500 }, () => simulation.advance(0.3)).flat();
    expect(hash(pieces)).toBe(hash(truths.slice(0, 150)));
  });

  it('[U] every second people who entered less those who left are inside, and in one zone', () => {
    for (const { entered, left, inside, zones } of truths) {
      const counted = Object.values(zones).reduce((sum, { persons }) => sum + persons, 0);
      expect(entered - left).toBe(inside);
      expect(counted).toBe(inside);
    }
    expect(truths.at(-1)?.inside).toBeGreaterThan(500);
  });

  it('[U] each zone holds what came over its passages less what went', () => {
    const last = truths.at(-1);
    const { venue } = arena();
    for (const { id } of venue.zones) {
      const net = venue.passages.reduce((sum, passage) => {
        const crossed = last?.passages[passage.id];
        if (crossed === undefined) return Number.NaN;
        if (passage.to === id) return sum + crossed.in - crossed.out;
        return passage.from === id ? sum + crossed.out - crossed.in : sum;
      }, 0);
      expect(net, id).toBe(last?.zones[id]?.persons);
    }
  });

  it('[U] while gate B is closed nobody passes it, and its queue becomes critical', () => {
    const passed = (time: number) => truths[time - 1]?.passages['gate-b']?.in ?? Number.NaN;
    expect(passed(539) - passed(91)).toBe(0);
    const density = densityAt(truths, 'queue-b');
    const warning = density.findIndex((value) => value >= bands.warning);
    const critical = density.findIndex((value) => value >= bands.critical);
    expect(warning).toBeGreaterThan(90);
    expect(warning).toBeLessThan(300);
    expect(critical).toBeGreaterThan(warning);
    expect(critical).toBeLessThan(400);
    expect(Math.max(...density)).toBeLessThan(6.6);
  });

  it('[U] after gate B opens again its queue calms down', () => {
    expect(densityAt(truths, 'queue-b').at(-1)).toBeLessThan(bands.watch);
  });

  it('[U] without the incident neither queue is even watched', () => {
    const calm = evening(calmArena(), 1, 540);
    for (const queue of ['queue-a', 'queue-b']) {
      expect(Math.max(...densityAt(calm, queue))).toBeLessThan(bands.watch);
    }
  });

  it('[U] a gate with a standing queue serves close to its capacity, never above it', () => {
    const opened = truths.slice(545, 645);
    const passed = opened.map(({ passages }) => passages['gate-b']?.inPerSecond ?? Number.NaN);
    const flow = passed.reduce((sum, count) => sum + count, 0) / opened.length;
    expect(flow).toBeLessThanOrEqual(1.31);
    expect(flow).toBeGreaterThan(1.3 * 0.8);
  });
});

describe('people in the arena', () => {
  const simulation = createSimulation(arena(), 4);
  const zones = arena().venue.zones.map(({ id, polygon }) => ({ id, polygon: toPolygon(polygon) }));

  it('[U] everybody stands in the zone that counts them, at any time', () => {
    for (let minute = 0; minute < 14; minute += 1) {
      simulation.advance(60);
      const people = simulation.people();
      const truth = simulation.truth();
      let placed = 0;
      for (const { id, polygon } of zones) {
        const within = people.filter((person) => containsPoint(polygon, person)).length;
        expect(within, `${id} in minute ${minute}`).toBe(truth.zones[id]?.persons);
        placed += within;
      }
      expect(placed).toBe(people.length);
    }
  });

  it('[U] even in the crush nine in ten keep 0.28 m from the next one', () => {
    const crushed = createSimulation(arena(), 5);
    crushed.advance(500);
    const people = crushed.people();
    const nearest = people
      .map((one) =>
        people.reduce(
          (least, other) =>
            one === other ? least : Math.min(least, Math.hypot(one.x - other.x, one.y - other.y)),
          9,
        ),
      )
      .sort((a, b) => a - b);
    expect(nearest[Math.floor(nearest.length / 10)]).toBeGreaterThan(0.28);
  });

  it('[U] the evening ends with an empty venue', () => {
    const whole = createSimulation(calmArena(), 6);
    whole.advance(whole.evening.length);
    expect(whole.truth().inside).toBe(0);
    expect(whole.truth().left).toBe(whole.truth().entered);
  });
});
