import { userInfo } from 'node:os';
import pc from 'picocolors';
import {
  type CalibrationTarget,
  readCalibrationTarget,
} from '../adapters/files/read-calibration-target.js';
import { systemClock } from '../adapters/system-clock.js';
import { serveCalibration } from '../main/serve-calibration.js';
import { assessFor, storeCalibration } from '../main/store-calibration.js';
import { calibrationFromMarks, isTwin } from './calibrate-marks.js';
import type { CalibrateOptions } from './calibrate-options.js';
import { reportJson, reportLines } from './calibration-report.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson } from './output.js';

/** A refusal, for people or for machines. */
const refuse = (message: string, { camera, json }: CalibrateOptions): ExitCode => {
  const faults = message.split('\n');
  if (json) printJson({ ok: false, id: camera, faults });
  else complain(`"${camera}" is not calibrated:`, faults);
  return EXIT.failed;
};

const loginName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

/** The page's twin: marks from the command line, figures to the terminal, the same file written. */
const calibrateByMarks = async (
  target: CalibrationTarget,
  options: CalibrateOptions,
): Promise<ExitCode> => {
  const { by = loginName(), camera, dryRun, json } = options;
  const calibration = await calibrationFromMarks(target, options);
  if (!calibration.ok) return refuse(calibration.message, options);
  const found = assessFor(target, calibration.value);
  if (!found.ok) return refuse(found.message, options);
  const saved = dryRun
    ? undefined
    : await storeCalibration(target, calibration.value, by, systemClock.now());
  if (saved?.ok === false) return refuse(saved.message, options);
  if (json) {
    const { backup = null, file = null } = saved?.value ?? {};
    printJson({ ok: true, id: camera, ...reportJson(found), saved: file, backup });
    return EXIT.ok;
  }
  for (const line of reportLines(found, calibration.value)) print(line);
  print('');
  if (saved === undefined) print('Nothing was written (--dry-run).');
  else {
    print(`${pc.green('✓')} Written to ${saved.value.file}; before it was ${saved.value.backup}`);
    print('  The running agent takes it with its next start or reload.');
  }
  return EXIT.ok;
};

/** `throng-edge calibrate`: by marks of the command line, or on a page that only this box serves. */
export const calibrate = async (options: CalibrateOptions): Promise<ExitCode> => {
  const target = await readCalibrationTarget(options.config, options.camera, process.env);
  if (!target.ok) return refuse(target.message, options);
  if (isTwin(options)) return calibrateByMarks(target.value, options);
  const served = await serveCalibration(target.value, options);
  return served.ok ? EXIT.ok : refuse(served.message, options);
};
