import type { MeasurementWindow } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../control-server/src/processing/input.js';
import { processInput } from '../../../../control-server/src/processing/process-input.js';
import { initialState } from '../../../../control-server/src/processing/processing-state.js';
import { VenueCourse } from '../../../../control-server/src/processing/venue-course.js';
import { BOOT, type CameraId, PLAN, RULES, START, windowAt } from '../support/venue.js';

const CAMERAS: readonly CameraId[] = ['south', 'north', 'stage'];

/** Windows that come twice, late, out of order, from the future, of two runs at once and of strangers. */
const windows: fc.Arbitrary<MeasurementWindow> = fc
  .record({
    camera: fc.constantFrom(...CAMERAS),
    end: fc.integer({ min: 1, max: 12 }),
    sequence: fc.integer({ min: 0, max: 12 }),
    bootId: fc.constantFrom(BOOT, '00000000000000bb'),
    kind: fc.constantFrom('plain', 'plain', 'plain', 'late', 'fault', 'stranger', 'counts'),
  })
  .map(({ bootId, camera, end, kind, sequence }) => {
    const window = { ...windowAt(camera, end, 1), bootId, sequence };
    if (kind === 'late') return { ...window, late: true };
    if (kind === 'fault') return { ...window, zones: [], fault: 'covered' };
    if (kind === 'stranger') return { ...window, edge: 'nobody' };
    if (kind !== 'counts') return window;
    return { ...window, passages: [{ passage: 'middle', in: 3, out: 1, recall: 0.9 }] };
  });

const steps = fc.array(
  fc.record({
    input: fc.oneof(
      { weight: 8, arbitrary: windows.map((window): Input => ({ kind: 'window', window })) },
      { weight: 1, arbitrary: fc.constant<Input>({ kind: 'tick' }) },
      {
        weight: 1,
        arbitrary: fc.constant<Input>({
          ...{ kind: 'status', venue: 'hall' },
          ...{ edge: 'box-1', status: 'offline' },
        }),
      },
    ),
    afterMs: fc.integer({ min: 0, max: 1_500 }),
    isAsked: fc.boolean(),
  }),
  { maxLength: 60 },
);

/** So that whoever changes what was handed out throws. */
const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
};

describe('a venue moved on input by input', () => {
  it('[U] is what each input makes of the state before it, and what it hands out never changes', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const course = new VenueCourse(PLAN, RULES, frozen(initialState(PLAN, START)));
        let [state, now] = [initialState(PLAN, START), START];
        for (const { afterMs, input, isAsked } of taken) {
          now += afterMs;
          const { state: next, ...effects } = processInput(PLAN, RULES, state, input, now);
          state = next;
          expect(course.take(input, now)).toMatchObject(effects);
          if (isAsked) expect(frozen(course.state)).toEqual(state);
        }
        expect(course.state).toEqual(state);
      }),
    );
  });

  it('[U] copies its lists once for all windows between two looks at it', () => {
    const course = new VenueCourse(PLAN, RULES, initialState(PLAN, START));
    const take = (camera: CameraId, second: number) =>
      course.take({ kind: 'window', window: windowAt(camera, second, 1) }, START + second * 1_000);
    take('south', 1);
    const { state } = course;
    expect(course.state).toBe(state);
    take('north', 1);
    take('stage', 1);
    expect(course.state.cameras[0]).toBe(state.cameras[0]);
    expect(course.state.cameras).not.toBe(state.cameras);
    expect(state.cameras[2]?.latest).toBeNull();
    expect(course.state.cameras[2]?.latest?.camera).toBe('stage');
  });
});
