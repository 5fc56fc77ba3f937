import { fail, ok, type Result } from '@throng/contract';
import { type CalibrationTarget, readText } from '../adapters/files/read-calibration-target.js';
import { grabStill } from '../adapters/still/grab-still.js';
import { findLens } from '../calibration/find-lens.js';
import type { PairMark } from '../calibration/parse-marks.js';
import { parsePairsFile } from '../calibration/parse-pairs-file.js';
import type { Calibration, Distortion } from '../settings/calibration-settings.js';
import type { CalibrateOptions } from './calibrate-options.js';

/** Whether the command line says what to do, so that no page is needed. */
export const isTwin = ({ dryRun, edge, json, length, pair, pairs, standing }: CalibrateOptions) =>
  dryRun ||
  json ||
  pairs !== undefined ||
  pair.length + length.length + standing.length + edge.length > 0;

const allPairs = async ({ pair, pairs }: CalibrateOptions): Promise<Result<PairMark[]>> => {
  if (pairs === undefined) return ok([...pair]);
  const text = await readText(pairs);
  if (!text.ok) return text;
  const parsed = parsePairsFile(text.value);
  return parsed.ok
    ? ok([...parsed.value, ...pair])
    : fail(parsed.code, `${pairs} ${parsed.message}`);
};

/** Of the option, of the file, or of what the camera shows. */
const sizeOf = async (
  target: CalibrationTarget,
  { imageSize }: CalibrateOptions,
): Promise<Result<[number, number]>> => {
  const known = imageSize ?? target.calibration?.imageSize;
  if (known !== undefined) return ok(known);
  const still = await grabStill(target);
  return still.ok ? ok([still.value.size.width, still.value.size.height]) : still;
};

const lensFor = (
  { distortion, edge }: CalibrateOptions,
  marked: Calibration,
): Result<Distortion | undefined> => {
  if (distortion === undefined) return ok(marked.distortion);
  if (distortion === 'none') return ok(undefined);
  if (distortion !== 'auto') return ok(distortion);
  const found = findLens(
    marked,
    edge.map((points) => points.map(([x, y]) => ({ x, y }))),
  );
  if (found.ok) return ok(found.value.distortion);
  return found.code === 'not-telling' ? ok(undefined) : found;
};

/**
 * The calibration that the command line describes. Marks given here replace those of the file, all
 * of them; what was measured (height, place, angle, lens) stays until it is given anew.
 */
export const calibrationFromMarks = async (
  target: CalibrationTarget,
  options: CalibrateOptions,
): Promise<Result<Calibration>> => {
  const pairs = await allPairs(options);
  if (!pairs.ok) return pairs;
  const { cameraHeight, cameraPosition, fieldOfView, length, standing } = options;
  const isMarked = pairs.value.length + length.length + standing.length > 0;
  const former = target.calibration;
  if (!isMarked && former === undefined) {
    return fail(
      'no-marks',
      'the file holds no calibration and no mark was given; give --pair, --pairs, --length or --standing',
    );
  }
  const size = await sizeOf(target, options);
  if (!size.ok) return size;
  const {
    cameraHeight: _,
    cameraPosition: place,
    lengths,
    standing: stood,
    ...rest
  } = former ?? target.camera.calibration;
  const height = cameraHeight ?? former?.cameraHeight;
  const position =
    cameraPosition ??
    (place === undefined || cameraHeight === undefined
      ? place
      : ([place[0], place[1], cameraHeight] as [number, number, number]));
  const marks = isMarked
    ? {
        pairs: pairs.value,
        ...(length.length > 0 ? { lengths: [...length] } : {}),
        ...(standing.length > 0 ? { standing: [...standing] } : {}),
      }
    : {
        pairs: former?.pairs ?? [],
        ...(lengths === undefined ? {} : { lengths }),
        ...(stood === undefined ? {} : { standing: stood }),
      };
  const { distortion: known, ...bare } = rest;
  const marked: Calibration = {
    ...bare,
    ...marks,
    imageSize: size.value,
    ...(height === undefined ? {} : { cameraHeight: height }),
    ...(position === undefined ? {} : { cameraPosition: position }),
    ...(fieldOfView === undefined ? {} : { fieldOfView }),
  };
  const lens = lensFor(options, known === undefined ? marked : { ...marked, distortion: known });
  if (!lens.ok) return lens;
  return ok(lens.value === undefined ? marked : { ...marked, distortion: lens.value });
};
