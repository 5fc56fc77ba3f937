import { area, type Point, type Polygon } from '@throng/crowd';
import type { Calibration } from '../settings/calibration-settings.js';
import type { GroundSolution } from '../stages/solve-ground.js';

export interface Findings {
  readonly calibration: Calibration;
  readonly solution: GroundSolution;
  readonly rmsPixels: number;
  /** Position in `pairs` of the one that is off, if one can be named. */
  readonly suspect: number | undefined;
  /** Expected error at the farthest corner of the area in view, metres. */
  readonly worstMetres: number;
  readonly seenArea: number;
  readonly wholeArea: number;
}

const metres = (value: number): string => `${value.toFixed(2)} m`;

/** Corners of the smallest convex shape round the points (Andrew's monotone chain). */
const hull = (points: readonly Point[]): Polygon => {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const chain = (ordered: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const [a, b] = kept.slice(-2);
        if (a === undefined || b === undefined) break;
        if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0) break;
        kept.pop();
      }
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
};

/** Share of the picture's area below which marks are too close together. */
const LEAST_SPREAD = 0.08;

const pairWarnings = ({ calibration, rmsPixels, solution, suspect }: Findings): string[] => {
  const { imageSize, pairs } = calibration;
  if (solution.method !== 'pairs') return [];
  const [width, height] = imageSize;
  const spread = area(hull(pairs.map(({ pixel: [x, y] }) => ({ x, y })))) / (width * height);
  const isRough = rmsPixels > Math.max(3, width / 300);
  return [
    ...(suspect === undefined
      ? []
      : [
          `Pair ${suspect + 1} is off by ${metres(solution.pairErrors[suspect] ?? 0)}, and without it the others agree: look at it in the picture and on the plan, or delete it.`,
        ]),
    ...(isRough && suspect === undefined
      ? [
          pairs.length > 5
            ? `The pairs miss by ${rmsPixels.toFixed(1)} px together and none of them stands out: check that the ground is flat, the plan's scale, and the lens.`
            : `The pairs miss by ${rmsPixels.toFixed(1)} px together; with ${pairs.length} pairs nobody can say which one is off. Mark one or two more.`,
        ]
      : []),
    ...(pairs.length < 6
      ? [
          pairs.length === 4
            ? 'Four pairs always fit exactly, so their residuals say nothing. Mark six or more.'
            : 'Five pairs cannot tell which one is off. Mark six or more.',
        ]
      : []),
    ...(spread < LEAST_SPREAD
      ? [
          `The marks span ${(100 * spread).toFixed(0)} % of the picture: spread them over the whole ground that matters.`,
        ]
      : []),
  ];
};

const lengthWarnings = ({ calibration, solution }: Findings): string[] => {
  const named = (
    kind: string,
    errors: readonly number[],
    given: readonly { readonly metres: number }[],
  ): string[] =>
    errors.flatMap((error, index) => {
      const wanted = given[index]?.metres ?? 0;
      return Math.abs(error) > Math.max(0.1, 0.1 * wanted)
        ? [
            `${kind} ${index + 1} comes out as ${metres(wanted + error)}, not ${metres(wanted)}: measure and mark it again.`,
          ]
        : [];
    });
  return [
    ...named('Length', solution.lengthErrors, calibration.lengths ?? []),
    ...named('Height', solution.standingErrors, calibration.standing ?? []),
    ...(solution.method === 'lengths' && Math.max(...solution.pairErrors) > 0.5
      ? [
          'The marks on the plan lie farther apart or closer than the lengths say: check the scale of the plan and the lengths.',
        ]
      : []),
  ];
};

/** Metres of expected error at which a count near a border of a zone is a guess. */
const ROUGH = 1;

/** What a person should look at before trusting a calibration; each names its remedy. */
export const warningsOf = (findings: Findings): string[] => {
  const { calibration, seenArea, solution, wholeArea, worstMetres } = findings;
  const { headHeight } = calibration;
  return [
    ...pairWarnings(findings),
    ...lengthWarnings(findings),
    ...(solution.camera.z < headHeight + 1.4
      ? [
          `The camera hangs ${metres(solution.camera.z)} high: it sees few heads behind the first row. 6 to 10 m is a good height.`,
        ]
      : []),
    ...(calibration.cameraPosition === undefined &&
    calibration.cameraHeight === undefined &&
    solution.method === 'pairs'
      ? ["The camera's height is an estimate: measure it, since the density depends on it."]
      : []),
    ...(wholeArea > 0 && seenArea < 0.95 * wholeArea
      ? [
          `The camera sees ${seenArea.toFixed(0)} of the ${wholeArea.toFixed(0)} m² of its area: the rest stays unknown.`,
        ]
      : []),
    ...(worstMetres > ROUGH
      ? [
          `Far from the camera a place may be off by ${metres(worstMetres)}: mark pairs there, or make its area smaller.`,
        ]
      : []),
  ];
};
