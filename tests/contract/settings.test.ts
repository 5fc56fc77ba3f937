import { faultLines, shapeOf, withEnvironment } from '@throng/contract';
import Type from 'typebox';
import { describe, expect, it } from 'vitest';

const Settings = Type.Object(
  {
    broker: Type.Object(
      { url: Type.String({ pattern: '^mqtts?://' }), keepAlive: Type.Integer({ minimum: 1 }) },
      { additionalProperties: false },
    ),
    cameras: Type.Array(Type.Object({ source: Type.String({ minLength: 1 }) })),
  },
  { additionalProperties: false },
);

describe('[U] settings', () => {
  it('an environment variable sets the field its name spells', () => {
    const given = { broker: { url: 'mqtt://a', keepAlive: 30 }, cameras: [] };
    const result = withEnvironment(Settings, given, {
      THRONG_BROKER_URL: 'mqtts://b',
      THRONG_BROKER_KEEP_ALIVE: '15',
      THRONG_CAMERAS: 'ignored: a list cannot be said in one word',
    });
    expect(result).toEqual({ broker: { url: 'mqtts://b', keepAlive: 15 }, cameras: [] });
    expect(given.broker.keepAlive).toBe(30);
  });

  it('all faults are listed with path, reason and value, secrets left out', () => {
    const wrong = {
      broker: { url: 'http://user:secret@a', keepAlive: 0 },
      cameras: [{ source: '' }],
      extra: 1,
    };
    const checked = shapeOf(Settings)(wrong);
    expect(checked.ok ? [] : faultLines(checked.faults, wrong)).toEqual([
      '(the whole file): unknown field "extra"',
      'broker.url: must match pattern "^mqtts?://" (value not shown)',
      'broker.keepAlive: must be >= 1 (is 0)',
      'cameras[0].source: must not have fewer than 1 characters (value not shown)',
    ]);
  });

  it('a field that is none of its choices is one fault that names them all', () => {
    const Kind = Type.Object({
      kind: Type.Union(['walkway', 'stairs', 'queue'].map((kind) => Type.Literal(kind))),
      width: Type.Number({ exclusiveMinimum: 0 }),
    });
    const wrong = { kind: 'escalator', width: -1.6 };
    const checked = shapeOf(Kind)(wrong);
    expect(checked.ok ? [] : faultLines(checked.faults, wrong)).toEqual([
      'kind: must be one of "walkway", "stairs", "queue" (is "escalator")',
      'width: must be > 0 (is -1.6)',
    ]);
  });

  it('every fault is told at once, however many there are', () => {
    const Widths = Type.Array(Type.Number({ exclusiveMinimum: 0 }));
    const checked = shapeOf(Widths)(Array.from({ length: 30 }, () => -1));
    expect(checked.ok ? [] : checked.faults).toHaveLength(30);
  });

  it('of a value that may be of several kinds only the faults of the kind it says are told', () => {
    const closed = { additionalProperties: false };
    const Action = Type.Union([
      Type.Object(
        { kind: Type.Union([Type.Literal('close'), Type.Literal('open')]), passage: Type.String() },
        closed,
      ),
      Type.Object(
        { kind: Type.Literal('slow'), passage: Type.String(), share: Type.Number({ maximum: 1 }) },
        closed,
      ),
      Type.Object({ kind: Type.Literal('evacuate') }, closed),
    ]);
    const Plan = Type.Object({ actions: Type.Array(Action) });
    const told = (...actions: readonly unknown[]): readonly string[] => {
      const checked = shapeOf(Plan)({ actions });
      return checked.ok ? [] : faultLines(checked.faults, { actions });
    };
    expect(
      told(
        { kind: 'shut', passage: 'a' },
        { kind: 'slow', passage: 'a', share: 2 },
        { kind: 'open' },
      ),
    ).toEqual([
      'actions[0].kind: must be one of "close", "open", "slow", "evacuate" (is "shut")',
      'actions[1].share: must be <= 1 (is 2)',
      'actions[2]: missing "passage"',
    ]);
    expect(told({ passage: 'a' })).toContain('actions[0]: missing "kind"');
  });
});
