import { ok } from '@throng/contract';
import { ASSUMED_ERROR, type Detection, type PersonDetector } from '@throng/inference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFrame, type Models } from '../../../../edge-agent/src/pipeline/analyse-frame.js';
import { REST_BELOW } from '../../../../edge-agent/src/sampling/density-rest.js';
import { expectedHiding } from '../../../../edge-agent/src/stages/expected-hiding.js';
import { fuseCells } from '../../../../edge-agent/src/stages/fuse-cells.js';
import { projectDetections } from '../../../../edge-agent/src/stages/project-detections.js';
import { personAt, sampleView, size } from '../support/sample-camera.js';

const view = sampleView();
const frame = { ...size, pixels: new Uint8Array(0), capturedAt: 0, release: () => {} };

/** A detector that sees these people and a density model that sees nobody; who was asked is kept. */
const modelsSeeing = (people: readonly Detection[]): Models & { readonly asked: string[] } => {
  const asked: string[] = [];
  const person: PersonDetector = {
    ...{ id: 'person', error: ASSUMED_ERROR },
    detect: async () => {
      asked.push('person');
      return ok(people);
    },
  };
  const { columns, rows } = view.density;
  return {
    asked,
    person,
    density: {
      ...{ id: 'density', error: ASSUMED_ERROR },
      estimate: async () => {
        asked.push('density');
        return ok({ columns, rows, persons: new Float32Array(columns * rows) });
      },
    },
  };
};

const one = [personAt({ x: 5, y: 3 })];
const packed = [4, 4.3, 4.6, 4.9, 5.2, 5.5].map((x) => personAt({ x, y: 5 }));

describe('[U] analyse frame', () => {
  it('asks both models where nothing else is said', async () => {
    const models = modelsSeeing(one);
    const measured = await analyseFrame(frame, models, view);
    expect(models.asked).toEqual(['person', 'density']);
    expect(measured).toMatchObject({ ok: true, value: { withDensity: true } });
  });

  it('lets the density model rest where the detector finds nobody, with the same result', async () => {
    const models = modelsSeeing([]);
    const rested = await analyseFrame(frame, models, view, { mayRest: true });
    expect(models.asked).toEqual(['person']);
    const whole = await analyseFrame(frame, modelsSeeing([]), view);
    if (!rested.ok || !whole.ok) throw new Error('both measure');
    expect(rested.value.withDensity).toBe(false);
    expect(rested.value.zones).toEqual(whole.value.zones);
    expect(rested.value.cells).toEqual(whole.value.cells);
  });

  it('asks the density model on the very frame on which people stand close', async () => {
    const models = modelsSeeing(packed);
    const measured = await analyseFrame(frame, models, view, { mayRest: true });
    expect(models.asked).toEqual(['person', 'density']);
    expect(measured).toMatchObject({ ok: true, value: { withDensity: true } });
    if (measured.ok) expect(measured.value.hiding).toBeGreaterThan(REST_BELOW);
  });

  it('asks both on a frame that is watched for drift', async () => {
    const models = modelsSeeing(one);
    await analyseFrame(frame, models, view, { mayRest: true, isWatched: true });
    expect(models.asked).toEqual(['person', 'density']);
  });

  it('rests only where the density model has no say in the count, whatever it would have said', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 10, noNaN: true }),
      y: fc.double({ min: 0, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), fc.array(place, { maxLength: 6 }), (a, b) => {
        const [detected, estimated] = [a, b].map((people) =>
          projectDetections(
            people.map((person) => personAt(person)),
            view,
          ),
        );
        if (detected === undefined || estimated === undefined) return;
        const hiding = Math.max(expectedHiding(detected, view), expectedHiding(estimated, view));
        fc.pre(hiding < REST_BELOW);
        expect(fuseCells({ detected, estimated }, view).persons).toEqual(detected);
      }),
    );
  });
});
