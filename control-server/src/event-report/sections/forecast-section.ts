import { type Block, left, plain, quiet, right, type Section } from '../report-document.js';
import type { Telling } from './telling.js';

/** How right the forecast was on this evening. */
export const forecastSection = ({ format, names, report, texts }: Telling): Section => {
  const told = texts.forecast;
  const { skill, warnings } = report;
  const { foreseen, medianLead, passings } = warnings;
  const cameTrue = warnings.warnings.filter(({ leadSeconds }) => leadSeconds !== null).length;
  const unalerted = report.unalerted.map(({ definition: { name } }) => name);
  const passed =
    passings === 0 && unalerted.length > 0
      ? told.notOnRecord(unalerted)
      : told.told(passings, foreseen, medianLead);
  const blocks: Block[] = [plain(`${passed} ${told.worth(warnings.warnings.length, cameTrue)}`)];
  if (warnings.warnings.length > 0) {
    const [zone, warned, likely, limit, expected, passed] = told.warningColumns;
    blocks.push({
      kind: 'table',
      caption: told.warnings,
      columns: [
        ...[left(zone), left(warned), right(likely), right(limit)],
        ...[right(expected), right(passed)],
      ],
      rows: warnings.warnings.map((warning) => [
        names.zone(warning.zone),
        format.exactClock(warning.warnedAt),
        format.share(warning.probability),
        format.density(warning.limit),
        warning.expectedSeconds === null ? texts.none : format.duration(warning.expectedSeconds),
        warning.leadSeconds === null ? told.notPassed : format.duration(warning.leadSeconds),
      ]),
    });
  }
  if (skill.length === 0) blocks.push(plain(told.nothing));
  else {
    const [ahead, error, persistence, saved, in80, in95] = told.columns;
    blocks.push({
      kind: 'table',
      caption: told.caption,
      columns: [left(ahead), ...[error, persistence, saved, in80, in95].map(right)],
      rows: skill.map((each) => [
        ...[told.ahead(each.seconds), each.mae.toFixed(3), each.persistence.toFixed(3)],
        ...[each.skill.toFixed(2), format.share(each.coverage80), format.share(each.coverage95)],
      ]),
    });
    blocks.push(quiet(`${told.explained} ${told.recomputed}`));
  }
  return { id: 'forecast', title: told.title, blocks };
};
