import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../../../../control-server/src/explanation/rerun.js';
import { forecastOf, sceneOf } from '../support/flow-scene.js';

const flow = fc.double({ min: 0, max: 150, noNaN: true });
const persons = fc.double({ min: 0, max: 540, noNaN: true });

/** street → a ⇄ b ⇄ c → out, with any counts and flows. */
const venues = fc
  .record({
    a: persons,
    b: persons,
    c: persons,
    flows: fc.array(flow, { minLength: 6, maxLength: 6 }),
  })
  .map(({ a, b, c, flows: [street = 0, ab = 0, ba = 0, bc = 0, cb = 0, out = 0] }) =>
    sceneOf(
      [
        { id: 'a', persons: a },
        { id: 'b', persons: b },
        { id: 'c', persons: c },
      ],
      [
        { id: 'street', from: 'outside', to: 'a', width: 3, now: street },
        { id: 'ab', from: 'a', to: 'b', width: 2, now: ab, back: ba },
        { id: 'bc', from: 'b', to: 'c', width: 2, now: bc, back: cb },
        { id: 'out', from: 'c', to: 'outside', width: 2, now: out },
      ],
    ),
  );

const limit = 2.2;

describe('[U] the next minutes, run again', () => {
  it('without a change they are the very forecast', () => {
    fc.assert(
      fc.property(venues, (scene) => {
        const rehearsal = new Rehearsal(forecastOf(scene), scene, 0);
        for (const here of rehearsal.here.zones.keys()) {
          expect(rehearsal.again([]).outcome(here, limit)).toEqual(rehearsal.expected(here, limit));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('a cut of what comes from outside never raises the peak of the zone it leads to, and a deeper cut lowers it more', () => {
    fc.assert(
      fc.property(venues, (scene) => {
        const rehearsal = new Rehearsal(forecastOf(scene), scene, 0);
        const street = rehearsal.here.edgeHere.get(0) ?? -1;
        const peaks = [1, 0.8, 0.4, 0].map(
          (share) =>
            rehearsal.again([{ kind: 'thin', edge: street, share }]).outcome(0, limit).peak,
        );
        for (const [index, peak] of peaks.slice(1).entries()) {
          expect(peak).toBeLessThanOrEqual((peaks[index] ?? 0) + 1e-3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('only the difference is believed: it is laid on a forecast that says something else', () => {
    const scene = sceneOf(
      [{ id: 'a', persons: 100 }],
      [{ id: 'street', from: 'outside', to: 'a', width: 3, now: 60 }],
    );
    const graph = forecastOf(scene);
    const higher = {
      ...graph,
      outlooks: graph.outlooks.map((outlook) => ({
        ...outlook,
        density: outlook.density.map((value) => value + 0.5),
      })),
    };
    const rehearsal = new Rehearsal(higher, scene, 0);
    // 60/min of 5 minutes on 100 m² are 3 persons/m²; half of them 1.5.
    expect(rehearsal.expected(0, limit).peak).toBeCloseTo(1 + 3 + 0.5, 2);
    const halved = rehearsal.again([{ kind: 'thin', edge: 0, share: 0.5 }]);
    expect(halved.outcome(0, limit).peak).toBeCloseTo(1 + 1.5 + 0.5, 2);
  });

  it('a venue of a hundred zones is run again only round the one that is asked for', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `zone-${index}`);
    const scene = sceneOf(
      ids.map((id) => ({ id, persons: 50 })),
      ids.slice(1).map((id, index) => ({
        id: `door-${index}`,
        from: ids[index] ?? '',
        to: id,
        width: 2,
        now: 20,
      })),
    );
    const { here } = new Rehearsal(forecastOf(scene), scene, 50);
    expect([...here.zones].sort((a, b) => a - b)).toEqual([47, 48, 49, 50, 51, 52, 53]);
    // What comes over its border comes on: nobody runs dry there.
    expect(here.network.from.filter((zone) => zone < 0)).toHaveLength(2);
  });
});
