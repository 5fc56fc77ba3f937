import { describe, expect, it } from 'vitest';
import { judgeHealth } from '../../../../control-server/src/health/judge-health.js';

const alive = { status: 200, body: { status: 'alive' } };

describe('[U] health of a server', () => {
  it('is alive and ready where both questions are answered well', () => {
    const ready = { status: 200, body: { broker: true, store: true } };
    expect(judgeHealth(alive, ready, '')).toEqual({ alive: true, ready: true });
  });

  it.each([
    [3_600, 'its clock was set 3600 s ahead, it goes on in the time before'],
    [-5.4, 'its clock was set 5 s back, it goes on in the time before'],
  ])('is ready though its clock was set by %d s, and says so', (clockHeldBy, reason) => {
    const ready = { status: 200, body: { broker: true, store: true, clockHeldBy } };
    expect(judgeHealth(alive, ready, '')).toEqual({ alive: true, ready: true, reason });
  });

  it.each([
    [{ broker: false, store: true }, 'it does not hear its broker'],
    [{ broker: true, store: false }, 'it cannot write its store'],
    [{ broker: false, store: false }, 'it does not hear its broker, it cannot write its store'],
    [{ status: 'standby', owner: null }, 'it stands by while another server owns the venue'],
    ['nothing of ours', '/readyz answers 503'],
  ])('is alive and not ready with %j', (body, reason) => {
    const health = judgeHealth(alive, { status: 503, body }, '');
    expect(health).toEqual({ alive: true, ready: false, reason });
  });

  it('is not alive where nobody answers, or somebody else does', () => {
    expect(judgeHealth(undefined, undefined, 'refused')).toMatchObject({ reason: 'refused' });
    expect(judgeHealth({ status: 404, body: {} }, alive, '')).toMatchObject({ alive: false });
    expect(judgeHealth(alive, undefined, 'hung up')).toMatchObject({ alive: true, ready: false });
  });
});
