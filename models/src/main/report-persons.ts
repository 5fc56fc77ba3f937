import { ok, type Result } from '@throng/contract';
import type { PersonDetector } from '@throng/inference';
import { drawOver, drawPlain } from '../adapters/draw-picture.js';
import type { MarkedFrames } from '../adapters/marked-frames.js';
import { type DetectionScores, f1Of } from '../evaluation/detection-scores.js';
import { matchDetections } from '../evaluation/match-detections.js';
import { pickExamples } from '../evaluation/pick-examples.js';
import { boxDrawing } from '../report/box-drawing.js';
import { type Exhibit, reportPage } from '../report/report-page.js';
import { type JudgedFrame, LEAST_OVERLAP } from './judge-persons.js';

const EACH = 3;

const caption = ({ name, hits, falseAlarms, misses }: JudgedFrame): string =>
  `${name}: ${hits + misses} marked, ${hits} found, ${misses} missed, ${falseAlarms} false alarms`;

/** Draws the chosen frames, in one pass over all of them. */
const draw = async (
  chosen: readonly JudgedFrame[],
  frames: MarkedFrames,
  model: PersonDetector,
): Promise<Result<ReadonlyMap<string, Exhibit>>> => {
  const byName = new Map(chosen.map((frame) => [frame.name, frame]));
  const drawn = new Map<string, Exhibit>();
  for await (const frame of frames.read()) {
    if (!frame.ok) return frame;
    const { name, picture, people } = frame.value;
    const judged = byName.get(name);
    if (judged === undefined) continue;
    const detections = await model.detect(picture);
    if (!detections.ok) return detections;
    const matching = matchDetections(detections.value, people, LEAST_OVERLAP);
    const images = [
      await drawPlain(picture),
      await drawOver(picture, boxDrawing(matching, picture)),
    ];
    drawn.set(name, { images, caption: caption(judged) });
    if (drawn.size === byName.size) break;
  }
  return ok(drawn);
};

/** Figures of a detector, headings first. */
export const personTable = (scores: DetectionScores): string[][] => [
  ['frames', 'precision', 'recall', 'F1', 'count MAE'],
  [
    `${scores.frames}`,
    scores.precision.toFixed(3),
    scores.recall.toFixed(3),
    scores.f1.toFixed(3),
    scores.countMae.toFixed(2),
  ],
];

/** The page of a detector's evaluation: figures, and frames beside what was found in them. */
export const reportPersons = async (
  model: string,
  scores: DetectionScores,
  judged: readonly JudgedFrame[],
  frames: MarkedFrames,
  detector: PersonDetector,
): Promise<Result<string>> => {
  const { best, median, worst } = pickExamples(judged, (frame) => 1 - f1Of(frame), EACH);
  const drawn = await draw([...worst, ...median, ...best], frames, detector);
  if (!drawn.ok) return drawn;
  const exhibits = (chosen: readonly JudgedFrame[]): Exhibit[] =>
    chosen.flatMap(({ name }) => drawn.value.get(name) ?? []);
  return ok(
    reportPage({
      title: `${model}: people found in ${scores.frames} frames`,
      lead: `A person counts as found from an overlap of ${LEAST_OVERLAP} on. Blue: found; orange: false alarm; dashed: missed.`,
      table: personTable(scores),
      chart: '',
      groups: [
        { title: 'Worst', exhibits: exhibits(worst) },
        { title: 'Median', exhibits: exhibits(median) },
        { title: 'Best', exhibits: exhibits(best) },
      ],
    }),
  );
};
