import { describe, expect, it } from 'vitest';
import { AccessRefusals, isRefusal } from '../../../../edge-agent/src/outbox/access-refusals.js';

const topic = 'throng/v1/arena/box-2/status';

describe('[U] access refusals', () => {
  it('knows a refusal by its reason code, not by its words', () => {
    expect(isRefusal(Object.assign(new Error('Publish error'), { code: 0x87 }))).toBe(true);
    expect(isRefusal(Object.assign(new Error('Not authorized'), { code: 0x97 }))).toBe(false);
    expect(isRefusal(undefined)).toBe(false);
  });

  it('counts each, and tells of a topic once per connection, with the remedy', () => {
    const told: string[] = [];
    const say = (_: object, message: string) => told.push(message);
    const refusals = new AccessRefusals('box-1', { info: say, warn: say, error: say });
    refusals.add(topic);
    refusals.add(topic);
    expect(refusals.count).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('must be "box-1"');
    refusals.reset();
    refusals.add(topic);
    expect(told).toHaveLength(2);
    expect(refusals.count).toBe(3);
  });
});
