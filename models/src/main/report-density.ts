import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import type { DensityEstimator } from '@throng/inference';
import { drawDensity, drawPlain } from '../adapters/draw-picture.js';
import type { DensityReport, JudgedPicture } from '../evaluation/density-report.js';
import { pickExamples } from '../evaluation/pick-examples.js';
import { type Exhibit, reportPage } from '../report/report-page.js';
import { scatterChart } from '../report/scatter-chart.js';
import { coverageSentence, densityTable } from './density-table.js';
import { estimateFile } from './judge-density.js';

const EACH = 3;

const caption = ({ file, part, truth, estimate, sigma }: JudgedPicture): string => {
  const spread = sigma === undefined ? '' : ` ± ${sigma.toFixed(1)}`;
  return `${file} (part ${part}): ${truth} marked, ${estimate.toFixed(1)}${spread} counted`;
};

const exhibits = async (
  pictures: readonly JudgedPicture[],
  folder: string,
  model: DensityEstimator,
): Promise<Result<readonly Exhibit[]>> => {
  const shown: Exhibit[] = [];
  for (const one of pictures) {
    const estimated = await estimateFile(join(folder, one.file), model);
    if (!estimated.ok) return estimated;
    const { picture, map } = estimated.value;
    const images = [await drawPlain(picture), await drawDensity(picture, map)];
    shown.push({ images, caption: caption(one) });
  }
  return ok(shown);
};

/** The page of a density evaluation: figures, chart, and pictures beside their density maps. */
export const reportDensity = async (
  report: DensityReport,
  pictures: readonly JudgedPicture[],
  folder: string,
  model: DensityEstimator,
): Promise<Result<string>> => {
  const picked = pickExamples(pictures, ({ truth, estimate }) => Math.abs(estimate - truth), EACH);
  const groups: { title: string; exhibits: readonly Exhibit[] }[] = [];
  for (const [title, chosen] of [
    ['Worst', picked.worst],
    ['Median', picked.median],
    ['Best', picked.best],
  ] as const) {
    const drawn = await exhibits(chosen, folder, model);
    if (!drawn.ok) return drawn;
    groups.push({ title, exhibits: drawn.value });
  }
  return ok(
    reportPage({
      title: `${report.model}: people counted in ${pictures.length} pictures`,
      lead: `${report.parameters.toLocaleString('en')} parameters. ${coverageSentence(report)} Errors are persons per picture.`,
      table: densityTable(report),
      chart: scatterChart(pictures),
      groups,
    }),
  );
};
