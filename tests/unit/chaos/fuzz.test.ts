import { decode } from '@throng/contract';
import { createRandom } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { fuzzedMessages } from '../../chaos/fuzz/fuzzed-messages.js';
import { placedText } from '../../chaos/fuzz/json-places.js';
import { junkOf } from '../../chaos/fuzz/spoil.js';
import { junkTexts, spoilText } from '../../chaos/fuzz/spoil-text.js';
import { hashOf, Variety } from '../../chaos/fuzz/variety.js';
import { Pace } from '../../chaos/runner/pace.js';

const VALUE = {
  v: 1,
  name: 'a "quoted" word',
  list: [1, [2, null], {}],
  empty: [],
  in: { x: 0.5 },
};
const SPEAKER = { edge: 'box-2', camera: 'camera-2-1' };

describe('[U] places in a text of JSON', () => {
  const { places, text } = placedText(VALUE);
  const without = ([from, to]: readonly [number, number], instead = '') =>
    text.slice(0, from) + instead + text.slice(to);

  it('is the text that JSON.stringify writes, with every entry', () => {
    expect(text).toBe(JSON.stringify(VALUE));
    expect(places).toHaveLength(11);
  });

  it('each entry can be cut out, replaced or joined by another, and the rest is still JSON', () => {
    for (const { at, cut, isField, value } of places) {
      expect(() => JSON.parse(without(cut))).not.toThrow();
      expect(() => JSON.parse(without(value, '"else"'))).not.toThrow();
      expect(text.slice(...value)).toBe(JSON.stringify(JSON.parse(text.slice(...value))));
      if (isField) expect(() => JSON.parse(without([at, at], '"new":0,'))).not.toThrow();
    }
  });
});

describe('[U] spoiled texts', () => {
  it('are not as they were, and are JSON where what is put in is', () => {
    const placed = placedText(VALUE);
    const random = createRandom(7);
    for (let time = 0; time < 2_000; time += 1) {
      const spoiled = spoilText(placed, ['null', '{"a":[]}', '12e3'], random);
      expect(() => JSON.parse(spoiled), spoiled).not.toThrow();
    }
    const junk = junkTexts(junkOf(7));
    const texts = Array.from({ length: 2_000 }, () => spoilText(placed, junk, random));
    expect(texts.filter((text) => text === placed.text).length).toBeLessThan(20);
    expect(new Set(texts).size).toBeGreaterThan(1_500);
  });
});

describe('[U] fuzzed messages', () => {
  it('know what the contract says of them as they are sent, and break it in all its ways', () => {
    const fuzz = fuzzedMessages(SPEAKER, 1, createRandom(1), new Variety());
    const messages = Array.from({ length: 8_000 }, (_, sequence) => fuzz(sequence));
    const codes = messages.map(({ payload, topic }) => {
      const read = decode(topic, payload);
      return read.ok ? undefined : read.code;
    });
    expect(messages.map(({ fault }) => fault)).toEqual(codes);
    const ways = ['schema', 'not-json', 'unknown-topic', 'bad-identifier', 'wrong-sender'];
    expect(codes).toEqual(expect.arrayContaining([...ways, 'inconsistent', 'too-large']));
    const good = codes.filter((code) => code === undefined).length;
    expect(good / codes.length).toBeGreaterThan(0.07);
  });

  it('are the same for the same seed, but for the present', () => {
    const distinct = (seed: number): number => {
      const variety = new Variety();
      const fuzz = fuzzedMessages(SPEAKER, seed, createRandom(seed), variety);
      for (let sequence = 0; sequence < 1_000; sequence += 1) fuzz(sequence);
      return variety.distinct;
    };
    expect(distinct(1)).toBe(distinct(1));
  });
});

describe('[U] variety', () => {
  it('tells how many of many differ, to one in a thousand', () => {
    const variety = new Variety();
    const bytes = Buffer.alloc(4);
    for (let each = 0; each < 600_000; each += 1) {
      bytes.writeUInt32LE(each % 200_000);
      variety.add(hashOf(bytes));
    }
    expect(variety.distinct / 200_000).toBeCloseTo(1, 3);
  });
});

describe('[U] the pace of a long run', () => {
  it('tells every five seconds how far it is, how fast, and how long it takes still', () => {
    let now = 1_000;
    const pace = new Pace(10_000_000, () => now);
    now += 4_999;
    expect(pace.tell(20_000)).toBeUndefined();
    now += 1;
    expect(pace.tell(20_000)).toBe('20,000 of 10,000,000, 4,000/s, 42 min left');
    expect(pace.tell(20_100)).toBeUndefined();
    expect(pace.rate(20_000)).toBe(4_000);
    now += 5_000;
    expect(pace.tell(0)).toBe('0 of 10,000,000, 0/s');
  });
});
