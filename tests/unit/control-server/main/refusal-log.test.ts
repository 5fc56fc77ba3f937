import { decode, failLazily } from '@throng/contract';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { refuseUnread } from '../../../../control-server/src/admission/refusal.js';
import { RefusalLog } from '../../../../control-server/src/main/refusal-log.js';

const logged = () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { base: null, timestamp: false },
    { write: (line) => lines.push(JSON.parse(line)) },
  );
  return { lines, refusals: new RefusalLog(log) };
};

describe('[U] the log of refusals', () => {
  it('tells a flood of one reason in one line, and makes only the sentence that it tells', () => {
    const { lines, refusals } = logged();
    let made = 0;
    for (let each = 0; each < 1_000; each += 1) {
      const tell = () => {
        made += 1;
        return `message ${each}`;
      };
      refusals.add(refuseUnread(failLazily('schema', tell)));
    }
    expect(made).toBe(0);
    refusals.flush();
    const told = { reason: 'schema', count: 1_000, last: 'message 999', msg: 'messages refused' };
    expect(lines).toEqual([{ level: 40, ...told }]);
    expect(made).toBe(1);
    refusals.flush();
    expect(lines).toHaveLength(1);
  });

  it('tells of a broken message what is wrong with it', () => {
    const { lines, refusals } = logged();
    const read = decode('throng/v1/hall/box-1/data/c/window', Buffer.from('{"v":2}'));
    if (read.ok) throw new Error('this should be refused');
    refusals.add(refuseUnread(read));
    refusals.flush();
    expect(lines[0]?.last).toMatch(/^window: missing "venue"/);
  });
});
