import pc from 'picocolors';
import type { Assessment } from '../calibration/assessment.js';
import type { Calibration } from '../settings/calibration-settings.js';
import { tableLines } from './output.js';

const metres = (value: number, digits = 2): string => `${value.toFixed(digits)} m`;

const orDash = (value: number | null, text: (value: number) => string): string =>
  value === null ? '—' : text(value);

const pairTable = ({ pairs }: Assessment, calibration: Calibration): string[][] =>
  pairs.length === 0
    ? []
    : [
        ['pair', 'pixel', 'plan', 'residual', 'by the others'],
        ...pairs.map(({ isSuspect, residualMetres, unseenMetres }, index) => {
          const { ground = [0, 0], pixel = [0, 0] } = calibration.pairs[index] ?? {};
          return [
            `${index + 1}`,
            pixel.map((value) => value.toFixed(1)).join(', '),
            ground.map((value) => value.toFixed(2)).join(', '),
            metres(residualMetres),
            orDash(unseenMetres, metres) + (isSuspect ? '  ← off' : ''),
          ];
        }),
      ];

const lengthTable = ({ lengths, standing }: Assessment): string[][] => {
  const rows = [
    ...lengths.map((length, index) => [`length ${index + 1}`, length] as const),
    ...standing.map((upright, index) => [`height ${index + 1}`, upright] as const),
  ].map(([name, { foundMetres, metres: given }]) => [name, metres(given), metres(foundMetres)]);
  return rows.length === 0 ? [] : [['', 'measured', 'found'], ...rows];
};

const errorTable = ({ errors }: Assessment): string[][] =>
  errors.length === 0
    ? []
    : [
        ['distance', 'per pixel along', 'across', 'expected error'],
        ...errors.map((entry) => [
          metres(entry.distance, 0),
          metres(entry.radialPerPixel, 3),
          metres(entry.lateralPerPixel, 3),
          metres(entry.expectedMetres),
        ]),
      ];

const summary = (found: Assessment): string[][] => {
  const { camera } = found;
  const [left, right] = [found.horizon[0], found.horizon.at(-1)];
  return [
    ['residuals', `${metres(found.rmsMetres, 3)} rms, ${found.rmsPixels.toFixed(1)} px`],
    ['camera', `at ${camera.x.toFixed(2)}, ${camera.y.toFixed(2)} on the plan`],
    ['height', `${metres(camera.height)}${camera.isMeasured ? '' : ' (estimated)'}`],
    [
      'lens',
      `${orDash(camera.focalPixels, (f) => `${f.toFixed(0)} px focal length`)}, ${orDash(camera.fieldOfView, (angle) => `${angle.toFixed(0)}° across`)}, ${found.lens === null ? 'no distortion' : `k1 ${found.lens.k1}, k2 ${found.lens.k2}`}`,
    ],
    ['tilt', orDash(camera.tilt, (angle) => `${angle.toFixed(1)}° below the horizon`)],
    [
      'horizon',
      left && right
        ? `from ${left.x.toFixed(0)}, ${left.y.toFixed(0)} to ${right.x.toFixed(0)}, ${right.y.toFixed(0)} px`
        : 'not in the picture',
    ],
    ['reach', orDash(found.reachMetres, (reach) => `${metres(reach, 1)} at 0.25 m per pixel`)],
    ['area', `sees ${found.seenArea.toFixed(0)} of ${found.wholeArea.toFixed(0)} m²`],
  ];
};

/** A calibration's quality as lines for a terminal. */
export const reportLines = (found: Assessment, calibration: Calibration): string[] => {
  const tables = [pairTable(found, calibration), lengthTable(found), errorTable(found)];
  return [
    ...tables.filter((rows) => rows.length > 0).flatMap((rows) => [...tableLines(rows), '']),
    ...tableLines(summary(found)),
    ...found.warnings.map((warning) => `${pc.yellow('!')} ${warning}`),
  ];
};

/** The same for machines; what only a page draws is left out. */
export const reportJson = ({ errorMap: _, grid: __, view: ___, ok: ____, ...rest }: Assessment) =>
  rest;
