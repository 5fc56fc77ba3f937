import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runServer } from '../../support/throng.js';
import { VENUE, windowAt } from '../../unit/control-server/support/venue.js';
import { House } from './support/house.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let house: House;
beforeAll(async () => {
  await promisify(execFile)('npx', ['tsc', '-b', 'control-server'], { cwd: root });
  house = await House.open();
});
afterAll(() => house.close());

const ask = async (body: unknown): Promise<{ status: number; answer: unknown }> => {
  const response = await fetch(`${house.server.url}/api/v1/what-if`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
};

const refusal = (code: string, says: string) => ({
  error: { code, message: expect.stringContaining(says) },
});

const evacuate = { name: 'All out', actions: [{ kind: 'evacuate' }] };

/** 200 persons before the stage and 50 in the west, seen for half a minute. */
const fill = async (): Promise<void> => {
  const agent = await house.agent();
  for (let second = 1; second <= 30; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 2));
    await house.deliver(agent, windowAt('south', second, 0.5));
    await house.deliver(agent, windowAt('north', second, 0.5));
  }
  house.second();
};

describe('[I] what-if', () => {
  it('[WI6] says that nothing is known, until something is', async () => {
    expect(await ask({ plans: [evacuate] })).toEqual({
      status: 409,
      answer: refusal('nothing-known', 'not known yet'),
    });
  });

  it('[WI2] runs plans from now’s counts, doing nothing first', async () => {
    await fill();
    const closed = {
      name: 'Gate shut',
      actions: [{ kind: 'close', passage: 'gate' }, { kind: 'evacuate' }],
    };
    const { status, answer } = await ask({ plans: [evacuate, closed], untilMinutes: 20 });
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      untilMinutes: 20,
      persons: expect.toSatisfy((persons: number) => Math.abs(persons - 250) < 15),
      assumed: [],
      plans: [
        { name: null, clear: { expected: null } },
        { name: 'All out', left: 0, trapped: 0, exits: [{ passage: 'gate' }] },
        { name: 'Gate shut', clear: { expected: null, latest: null } },
      ],
    });
    const [, out, shut] = Object(answer).plans;
    expect(out.clear.expected).toBeGreaterThan(20);
    expect(out.clear.expected).toBeLessThan(90);
    expect(shut.trapped).toBe(shut.left);
  });

  it.each([
    [{ plans: [] }, 400, 'bad-request', 'plans'],
    [
      { plans: [{ name: 'x', actions: [{ kind: 'dance' }] }] },
      400,
      'bad-request',
      'plans[0].actions[0]',
    ],
    [{ plans: [{ ...evacuate, by: 'me' }] }, 400, 'bad-request', '"by"'],
    [{ plans: [evacuate], untilMinutes: 600 }, 400, 'bad-request', 'untilMinutes'],
    [
      {
        plans: [
          {
            name: 'x',
            actions: [
              { kind: 'close', passage: 'moon' },
              { kind: 'evacuate', zones: ['mars'] },
            ],
          },
        ],
      },
      404,
      'unknown-place',
      'passage "moon", no zone "mars"',
    ],
    [
      {
        plans: [
          {
            name: 'x',
            actions: [
              { kind: 'close', passage: 'gate' },
              { kind: 'open', passage: 'gate' },
            ],
          },
        ],
      },
      400,
      'contradiction',
      'opens and closes "gate"',
    ],
  ])('[WI1] %j is refused: %d', async (body, status, code, says) => {
    // A faulty body also has its faults one by one.
    expect(await ask(body)).toMatchObject({ status, answer: refusal(code, says) });
  });

  it('is asked from the command line too', async () => {
    const [config, plan] = [join(house.folder, 'asked.yml'), join(house.folder, 'plan.yml')];
    await writeFile(config, stringify({ venue: VENUE, server: { access: { mode: 'open' } } }));
    await writeFile(plan, stringify({ untilMinutes: 10, plans: [evacuate] }));
    const words = ['what-if', '-c', config, '--plan', plan];
    const [told, nobody] = await Promise.all([
      runServer([...words, '--url', house.server.url]),
      runServer([...words, '--url', 'http://127.0.0.1:1']),
    ]);
    expect(told).toMatchObject({ code: 0, out: expect.stringMatching(/All out +\d\.\d min \(\d/) });
    expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('no server answers') });
  });
});

describe('[I] safe capacity', () => {
  it('[SC1] is told by the API and by the command line alike', async () => {
    const config = join(house.folder, 'capacity.yml');
    await writeFile(config, stringify({ venue: VENUE, server: { access: { mode: 'open' } } }));
    const capacity = await house.json('/api/v1/safe-capacity');
    expect(capacity).toMatchObject({
      zones: [
        { zone: 'west', persons: 107, binding: 'level-of-service-d' },
        { zone: 'east', persons: 470, binding: 'standing-density' },
      ],
    });
    const machine = await runServer(['capacity', '-c', config, '--json']);
    expect(JSON.parse(machine.out)).toEqual(capacity);
  });
});
