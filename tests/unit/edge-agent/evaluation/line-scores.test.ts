import { describe, expect, it } from 'vitest';
import { endsOf, parseLine } from '../../../../edge-agent/src/evaluation/given-line.js';
import { prepareFlow } from '../../../../edge-agent/src/evaluation/prepare-flow.js';
import { FlowScorer } from '../../../../edge-agent/src/evaluation/score-flow.js';
import type { SequenceTruth } from '../../../../edge-agent/src/evaluation/sequence-truth.js';
import { parseSequenceTruth } from '../../../../edge-agent/src/evaluation/sequence-truth.js';
import { calibration, sampleView, size } from '../support/sample-camera.js';

const truthWith = (change: object = {}): SequenceTruth => {
  const parsed = parseSequenceTruth({
    video: 'hall.mp4',
    fps: 5,
    ...size,
    calibration_pairs: calibration.pairs,
    frames: [{ frame: 0, people: [{ id: 1, ground: [4, 4] }] }],
    ...change,
  });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
};

describe('[U] lines of an evaluation', () => {
  it('a line is read from the command line; what is none is named with its remedy', () => {
    expect(parseLine('1, 2.5,-3,4')).toMatchObject({ ok: true, value: [1, 2.5, -3, 4] });
    for (const text of ['1,2,3', '1,2,3,4,5', '1,2,x,4', '1,2,,4', '']) {
      expect(parseLine(text)).toMatchObject({
        ok: false,
        message: `"${text}" is no line; give four numbers in metres: x1,y1,x2,y2`,
      });
    }
    expect(parseLine('1,2,1,2')).toMatchObject({
      message: '1,2,1,2 has no length; give two different points',
    });
  });

  it('truth.json may write a line as four numbers, as two points, or as an object', () => {
    const ends = [3, 5, 7, 5];
    const points = [
      [3, 5],
      [7, 5],
    ];
    const { lines = [] } = truthWith({ lines: [ends, points, { id: 'door', line: ends }] });
    expect(lines.map(endsOf)).toEqual([ends, ends, ends]);
  });

  it('all lines that cannot be judged are named at once', () => {
    const truth = truthWith({
      lines: [
        [3, 5, 7, 5],
        [2, 2, 2, 2],
      ],
    });
    expect(prepareFlow(truth, [[1, 1, 1, 1]], sampleView())).toMatchObject({
      ok: false,
      message: [
        'lines[1]: 2,2,2,2 has no length; give two different points',
        '--line: 1,1,1,1 has no length; give two different points',
      ].join('\n'),
    });
    expect(prepareFlow(truthWith(), [[3, -90, 7, -90]], sampleView())).toMatchObject({
      message: '--line: nobody on 3,-90,7,-90 is seen from head to foot; give a line in view',
    });
  });

  it('people without ids can be counted but not judged on a line', () => {
    const nameless = truthWith({ frames: [{ frame: 7, people: [{ ground: [4, 4] }] }] });
    expect(prepareFlow(nameless, [], sampleView())).toMatchObject({ ok: true });
    expect(prepareFlow(nameless, [[3, 5, 7, 5]], sampleView())).toMatchObject({
      code: 'truth-invalid',
      message: expect.stringContaining('a person of frame 7 has no id'),
    });
  });

  it('true crossings follow the ids, each way; a long absence begins a new walk', () => {
    const scorer = new FlowScorer([[3, 5, 7, 5]]);
    const at = (x: number, y: number, id = 'a') => ({ id, place: { x, y } });
    scorer.add(undefined, [at(4, 4), at(6, 6, 'b')], 0);
    scorer.add(undefined, [at(4, 6), at(6, 4, 'b')], 200);
    scorer.add(undefined, [at(4, 4)], 5_000);
    expect(scorer.score()).toMatchObject([{ line: [3, 5, 7, 5], trueIn: 1, trueOut: 1 }]);
  });

  it('counts are whole persons over the whole sequence', () => {
    const scorer = new FlowScorer([[3, 5, 7, 5]]);
    const zones: [] = [];
    for (let frame = 0; frame < 10; frame += 1) {
      const passages = [{ passage: 'line-0', in: 0.26, out: 0.1, recall: 0.8 }];
      scorer.add({ passages, zones }, [], 200 * frame);
    }
    expect(scorer.score()).toMatchObject([{ in: 3, out: 1, recall: expect.closeTo(0.8) }]);
  });
});
