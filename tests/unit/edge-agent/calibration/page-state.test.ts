import { describe, expect, it } from 'vitest';
import { advance, begin, redo, undo } from '../../../../edge-agent/calibration-page/src/history.js';
import {
  addPoint,
  completePairs,
  draftOf,
  type Marks,
  marksOf,
  movePoint,
  scaleMarks,
} from '../../../../edge-agent/calibration-page/src/marks.js';
import {
  inPicture,
  moveMark,
  removeMark,
} from '../../../../edge-agent/calibration-page/src/picture-marks.js';

const none: Marks = marksOf({ pairs: [], headHeight: 1.6 });

describe('[U] the page’s history', () => {
  it('goes back and forth, and forgets the future once something new is done', () => {
    const third = advance(advance(begin(1), 2), 3);
    expect(undo(third).present).toBe(2);
    expect(redo(undo(undo(third))).present).toBe(2);
    const other = advance(undo(third), 9);
    expect(redo(other).present).toBe(9);
    expect(undo(begin(1)).present).toBe(1);
  });

  it('takes a drag as one step', () => {
    const dragged = [2, 3, 4].reduce((state, at) => advance(state, at, 'drag pair-0'), begin(1));
    expect(undo(dragged).present).toBe(1);
    expect(undo(advance(dragged, 5, 'drag pair-1')).present).toBe(4);
  });
});

describe('[U] the page’s marks', () => {
  it('a click in the picture and one on the plan make a pair, in either order', () => {
    const first = addPoint(none, 'pixel', [10, 20]).marks;
    expect(draftOf(first).pairs).toEqual([]);
    const whole = addPoint(first, 'ground', [1, 2]);
    expect(whole.index).toBe(0);
    expect(draftOf(whole.marks).pairs).toEqual([{ pixel: [10, 20], ground: [1, 2] }]);
    const next = addPoint(whole.marks, 'ground', [3, 4]);
    expect(next.index).toBe(1);
    expect(completePairs(next.marks)).toEqual([0]);
  });

  it('moves and removes by key, and stays in the picture', () => {
    const marks = movePoint(addPoint(none, 'pixel', [10, 20]).marks, 0, 'ground', [1, 2]);
    expect(moveMark(marks, 'pair-0', [11, 21]).pairs[0]?.pixel).toEqual([11, 21]);
    expect(removeMark(marks, 'pair-0').pairs).toEqual([]);
    expect(inPicture([-5, 700], [640, 480])).toEqual([0, 480]);
    const edged: Marks = {
      ...marks,
      edges: [
        [
          [1, 1],
          [2, 2],
        ],
      ],
    };
    expect(moveMark(edged, 'edge-0-1', [5, 5]).edges).toEqual([
      [
        [1, 1],
        [5, 5],
      ],
    ]);
    expect(removeMark(removeMark(edged, 'edge-0-0'), 'edge-0-0').edges).toEqual([]);
  });

  it('keeps a draft through a round: lengths, heights and measures', () => {
    const draft = {
      pairs: [{ pixel: [1, 2] as [number, number], ground: [3, 4] as [number, number] }],
      lengths: [{ from: [1, 1] as [number, number], to: [5, 5] as [number, number], metres: 2 }],
      standing: [
        { foot: [1, 9] as [number, number], head: [1, 5] as [number, number], metres: 1.8 },
      ],
      fieldOfView: 70,
      cameraHeight: 6,
      headHeight: 1.6,
      distortion: { model: 'brown-conrady' as const, k1: -0.1 },
    };
    expect(draftOf(marksOf(draft))).toEqual(draft);
  });

  it('a measured height corrects a place that was given with one', () => {
    const marks = marksOf({ pairs: [], headHeight: 1.6, cameraPosition: [1, 2, 5] });
    expect(draftOf({ ...marks, cameraHeight: 6 }).cameraPosition).toEqual([1, 2, 6]);
  });

  it('a length counts once its metres are typed', () => {
    const marks: Marks = { ...none, lengths: [{ from: [0, 0], to: [9, 9], metres: 0 }] };
    expect(draftOf(marks).lengths).toBeUndefined();
  });

  it('moves along with a picture of another size', () => {
    const marks = addPoint(none, 'pixel', [10, 20]).marks;
    expect(scaleMarks(marks, 2, 3).pairs[0]?.pixel).toEqual([20, 60]);
  });
});
