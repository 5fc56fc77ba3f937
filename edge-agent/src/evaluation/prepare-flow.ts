import { fail, ok, type Result } from '@throng/contract';
import { FlowMeter } from '../flow/flow-meter.js';
import type { CameraView } from '../stages/camera-view.js';
import { endsOf, type LineEnds, lineFault, measuredLine } from './given-line.js';
import { FlowScorer, type KnownPerson } from './score-flow.js';
import type { SequenceTruth } from './sequence-truth.js';

/** What counts on the lines of a sequence, and what judges it. */
export interface FlowTrial {
  /** Absent where there is no line to count on. */
  readonly meter: FlowMeter | undefined;
  readonly scorer: FlowScorer;
  /** Who stands where in a frame, by its number. */
  people(frame: number): readonly KnownPerson[];
}

/** Lines of the truth and of the command line that cannot be judged, each with its remedy. */
const faultsOf = (
  lines: readonly { readonly name: string; readonly ends: LineEnds }[],
  meter: FlowMeter,
): string[] => {
  const seen = new Set(meter.passages);
  const hasLength = lines.every(({ ends }) => lineFault(ends) === undefined);
  return lines.flatMap(({ ends, name }, index) => {
    const fault = lineFault(ends);
    if (fault !== undefined) return [`${name}: ${fault}`];
    if (!hasLength || seen.has(measuredLine(ends, index).passage)) return [];
    return [`${name}: nobody on ${ends.join(',')} is seen from head to foot; give a line in view`];
  });
};

/**
 * Makes ready to count on the lines that `truth.json` and the command line give.
 *
 * @param given lines of the command line.
 */
export const prepareFlow = (
  truth: SequenceTruth,
  given: readonly LineEnds[],
  view: CameraView,
): Result<FlowTrial, 'line-invalid' | 'truth-invalid'> => {
  const lines = [
    ...(truth.lines ?? []).map((line, index) => ({ name: `lines[${index}]`, ends: endsOf(line) })),
    ...given.map((ends) => ({ name: '--line', ends })),
  ];
  const sound = lines.map(({ ends }, index) => measuredLine(ends, index));
  const hasLength = lines.every(({ ends }) => lineFault(ends) === undefined);
  const meter = new FlowMeter(view, hasLength ? sound : []);
  const faults = faultsOf(lines, meter);
  if (faults.length > 0) return fail('line-invalid', faults.join('\n'));
  const nameless = truth.frames.find(({ people }) => people.some(({ id }) => id === undefined));
  if (lines.length > 0 && nameless !== undefined) {
    return fail(
      'truth-invalid',
      `frames: a person of frame ${nameless.frame} has no id; who crosses a line is judged by ids, the same in each frame`,
    );
  }
  const frames = new Map(
    truth.frames.map(({ frame, people }) => [
      frame,
      people.flatMap(({ ground: [x, y], id }) =>
        id === undefined ? [] : [{ id, place: { x, y } }],
      ),
    ]),
  );
  return ok({
    meter: lines.length > 0 ? meter : undefined,
    scorer: new FlowScorer(lines.map(({ ends }) => ends)),
    people: (frame) => frames.get(frame) ?? [],
  });
};
