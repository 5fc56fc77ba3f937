import type { CameraGap } from '../record-gaps.js';
import { left, plain, right, type Section, type TableCell } from '../report-document.js';
import type { Telling } from './telling.js';

/** What of the evening is not known, and why. */
export const gapsSection = (telling: Telling): Section => {
  const { report, texts } = telling;
  const told = texts.gaps;
  const { cameras, rowsLost } = report.gaps;
  const [camera, times, all, longest, why] = told.columns;
  const ids = [...new Set(cameras.map((gap) => gap.camera))];
  return {
    id: 'gaps',
    title: told.title,
    blocks: [
      ...(rowsLost > 0 ? [plain(texts.summary.rowsLost(rowsLost))] : []),
      ...(cameras.length === 0 && rowsLost === 0 ? [plain(told.none)] : []),
      ...(cameras.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: told.cameras,
              columns: [left(camera), right(times), right(all), left(longest), left(why)],
              rows: ids.map((id) =>
                row(
                  telling,
                  id,
                  cameras.filter((gap) => gap.camera === id),
                ),
              ),
            },
          ]),
    ],
  };
};

const row = (
  { format, names, report, texts }: Telling,
  camera: string,
  gaps: readonly CameraGap[],
): TableCell[] => {
  const lengthOf = ({ from, to }: CameraGap): number => (to ?? report.evening.asked.to) - from;
  const [longest] = gaps.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const all = gaps.reduce((sum, gap) => sum + lengthOf(gap), 0);
  return [
    ...[names.camera(camera), format.whole(gaps.length), format.duration(all)],
    longest === undefined ? texts.none : texts.gaps.longest(longest.from, lengthOf(longest)),
    [...new Set(gaps.map(({ because }) => because))].join(', '),
  ];
};
