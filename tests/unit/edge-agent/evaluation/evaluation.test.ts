import { area, containsPoint } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { scoreCounts } from '../../../../edge-agent/src/evaluation/count-score.js';
import { scoreByDensity } from '../../../../edge-agent/src/evaluation/density-classes.js';
import { evaluationView } from '../../../../edge-agent/src/evaluation/evaluation-view.js';
import { SequenceScorer } from '../../../../edge-agent/src/evaluation/score-sequence.js';
import { parseSequenceTruth } from '../../../../edge-agent/src/evaluation/sequence-truth.js';
import { projectDetections } from '../../../../edge-agent/src/stages/project-detections.js';
import { calibration, personAt } from '../support/sample-camera.js';

const viewed = evaluationView(calibration, { width: 640, cellSize: 1 });
if (!viewed.ok) throw new Error(viewed.message);
const view = viewed.value;
const people = [
  { x: 3.2, y: 4.1 },
  { x: 6.5, y: 7.5 },
  { x: 5.1, y: 12.3 },
].filter((person) => containsPoint(view.ground, person));

const measured = (cells: Float64Array) => ({ capturedAt: 0, zones: [], cells });

describe('[U] evaluating a sequence', () => {
  it('judges only ground within reach of the lens', () => {
    expect(area(view.ground)).toBeGreaterThan(50);
    expect(containsPoint(view.ground, { x: 5, y: 500 })).toBe(false);
    expect(people).toHaveLength(3);
  });

  it('finds no fault with the truth itself', () => {
    const scorer = new SequenceScorer(view);
    scorer.add(
      measured(
        projectDetections(
          people.map((person) => personAt(person)),
          view,
        ),
      ),
      people,
    );
    const score = scorer.score();
    expect(score.countMae).toBeCloseTo(0, 6);
    expect(score.density.mae).toBeLessThan(0.012);
    expect(score.density.zoneAreaM2).toBeCloseTo(area(view.ground), 6);
  });

  it('counts people who are missed or made up, with the right sign', () => {
    const scorer = new SequenceScorer(view);
    const none = new Float64Array(view.ownedArea.length);
    scorer.add(measured(none), people);
    scorer.add(measured(none), []);
    expect(scorer.score()).toMatchObject({
      frames: 2,
      countMae: 1.5,
      countBias: -1.5,
      meanTrueCount: 1.5,
    });
    const phantom = new SequenceScorer(view);
    phantom.add(
      measured(
        projectDetections(
          people.map((person) => personAt(person)),
          view,
        ),
      ),
      [],
    );
    expect(phantom.score().countBias).toBeCloseTo(3, 6);
  });

  it('leaves people out who stand where nothing can be judged', () => {
    const scorer = new SequenceScorer(view);
    scorer.add(measured(new Float64Array(view.ownedArea.length)), [{ x: 5, y: 400 }]);
    expect(scorer.score()).toMatchObject({ countMae: 0, meanTrueCount: 0 });
  });

  it('judges the ground that the truth names, where it names one', () => {
    const named = evaluationView(calibration, {
      ...{ width: 640, cellSize: 1 },
      area: [
        [3, 3],
        [7, 3],
        [7, 8],
        [3, 8],
      ],
    });
    expect(named.ok && area(named.value.ground)).toBeCloseTo(20, 6);
  });

  it('says how often the stated interval held the truth', () => {
    const count = { counted: 10, squareMetres: 10, sigma: 2 };
    const truths = [10, 12, 12.5, 12.6, 20].map((truth) => ({ ...count, truth }));
    expect(scoreCounts(truths).coverage80).toBeCloseTo(0.6, 9);
    expect(scoreCounts([]).coverage80).toBe(0);
  });

  it('tells errors by how dense it truly was', () => {
    const at = (truth: number, counted: number) => ({
      ...{ truth, counted, sigma: 1, squareMetres: 10 },
    });
    const classes = scoreByDensity([at(0, 1), at(2, 3), at(2, 1), at(50, 45)]);
    expect(classes).toEqual([
      { density: 0.2, frames: 2, relativeError: 0.5, relativeBias: 0, coverage80: 1 },
      { density: 5, frames: 1, relativeError: 0.1, relativeBias: -0.1, coverage80: 0 },
    ]);
  });

  it('names what is wrong with a truth file', () => {
    const parsed = parseSequenceTruth({
      video: 'a.mp4',
      fps: 0,
      width: 768,
      height: 576,
      frames: [],
    });
    expect(!parsed.ok && parsed.message).toMatch(/calibration_pairs/);
    expect(!parsed.ok && parsed.message).toMatch(/fps/);
  });
});
