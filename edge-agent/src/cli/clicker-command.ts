import pc from 'picocolors';
import { type FitReport, reportFit } from '../clicker/fit-report.js';
import type { HandCount } from '../clicker/hand-count.js';
import type { StewardCount } from '../main/steward-desk.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { openDesk } from './open-desk.js';
import { complain, print, printJson, tableLines } from './output.js';

interface Common {
  readonly config: string;
  readonly json: boolean;
}

const persons = (value: number): string => value.toFixed(1);

/** `throng-edge clicker add`: a hand count, beside what the agent measured at that moment. */
export const addCount = async (options: Common & StewardCount): Promise<ExitCode> => {
  const { at, by, camera, config, count, json, zone } = options;
  const desk = await openDesk(config);
  if (desk === undefined) return EXIT.failed;
  const added = await desk.add({ camera, zone, count, at, by });
  if (!added.ok) {
    complain('not added:', [added.message]);
    return EXIT.failed;
  }
  if (json) printJson(added.value);
  else {
    const { id, measured } = added.value;
    print(`${pc.green('✓')} ${id}: ${by} counted ${count}, the agent ${persons(measured)}`);
  }
  return EXIT.ok;
};

/** `throng-edge clicker remove`: takes a hand count back. */
export const removeCount = async (
  id: string,
  { by, config, json }: Common & { readonly by: string },
): Promise<ExitCode> => {
  const desk = await openDesk(config);
  if (desk === undefined) return EXIT.failed;
  const removed = await desk.remove(id, by);
  if (!removed.ok) {
    complain('not removed:', [removed.message]);
    return EXIT.failed;
  }
  if (json) printJson({ removed: id, by });
  else print(`${pc.green('✓')} ${id} counts no more, says ${by}`);
  return EXIT.ok;
};

/** `throng-edge clicker list`: the hand counts that hold. */
export const listCounts = async ({ config, json }: Common): Promise<ExitCode> => {
  const desk = await openDesk(config);
  if (desk === undefined) return EXIT.failed;
  const counts = await desk.counts();
  if (json) printJson(counts);
  else {
    const rows = counts.map(({ at, by, camera, count, id, measured, zone }) => [
      ...[id, at, camera, zone],
      ...[`counted ${count}`, `measured ${persons(measured)}`, by],
    ]);
    for (const line of tableLines(rows)) print(line);
  }
  return EXIT.ok;
};

const fitRow = (camera: string, report: FitReport): string[] => {
  const { after, before, factor, more, relative } = report;
  const errors = ({ bias, mae }: FitReport['before']): string =>
    `± ${persons(mae)} (bias ${persons(bias)})`;
  return [
    camera,
    `× ${factor.toFixed(2)}`,
    `s ${(100 * relative).toFixed(0)} %`,
    `${report.counts} counts at ${report.moments} moments`,
    `before ${errors(before)}`,
    after === undefined ? 'after: needs two moments' : `after ${errors(after)}`,
    more === 0 ? 'enough' : `${more} more would help`,
  ];
};

/** `throng-edge clicker fit`: what the hand counts make of each camera. */
export const fitCounts = async ({ config, json }: Common): Promise<ExitCode> => {
  const desk = await openDesk(config);
  if (desk === undefined) return EXIT.failed;
  const byCamera = new Map<string, HandCount[]>();
  for (const count of await desk.counts()) {
    byCamera.set(count.camera, [...(byCamera.get(count.camera) ?? []), count]);
  }
  const reports = [...byCamera].map(([camera, counts]) => ({ camera, ...reportFit(counts) }));
  if (json) printJson({ cameras: reports });
  else if (reports.length === 0) print('No hand counts yet: throng-edge clicker add --help');
  else for (const line of tableLines(reports.map((one) => fitRow(one.camera, one)))) print(line);
  return EXIT.ok;
};
