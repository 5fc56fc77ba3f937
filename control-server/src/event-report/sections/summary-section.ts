import type { Block, Fact, Section } from '../report-document.js';
import { phaseAt, type Telling } from './telling.js';

/** Head of the report: the evening in a few numbers, and how much of it is known. */
export const summarySection = (telling: Telling): Section => {
  const { report, texts } = telling;
  const { evening, gaps } = report;
  const { asked } = evening;
  const told = texts.summary;
  const blocks: Block[] = [{ kind: 'facts', facts: facts(telling) }];
  const warn = (text: string): void => {
    blocks.push({ kind: 'text', text, tone: 'warning' });
  };
  if (asked.to < asked.plannedEnd) warn(texts.runsOn(asked.plannedEnd));
  if (evening.known === 0) warn(`${told.nothingKnown} ${told.expired}`);
  if (gaps.rowsLost > 0) warn(told.rowsLost(gaps.rowsLost));
  return { id: 'summary', title: told.title, blocks };
};

const facts = (telling: Telling): Fact[] => {
  const { format, report, texts } = telling;
  const { asked, known } = report.evening;
  const told = texts.summary;
  const { gaps, peak } = report;
  const { foreseen, passings } = report.warnings;
  const away = gaps.cameras.reduce((sum, { from, to }) => sum + (to ?? asked.to) - from, 0);
  const [densest] = report.zonePeaks
    .flatMap(({ peak: each, zone }) => (each === null ? [] : [{ ...each, zone }]))
    .sort((a, b) => b.density - a.density);
  const alerts = report.stories.filter(({ category }) => category === 'crowd');
  const worst = alerts.map((story) => story.worst);
  const order = ['emergency', 'critical', 'warning', 'watch'] as const;
  const worstOf = order.find((priority) => worst.includes(priority));
  return [
    {
      label: told.lasted,
      value: `${format.clock(asked.from)}–${format.clock(asked.to)}`,
      note:
        asked.plan === null ? format.duration(asked.to - asked.from) : `${told.plan} ${asked.plan}`,
    },
    peak === null
      ? { label: told.mostPeople, value: texts.unknown }
      : {
          label: told.mostPeople,
          value: format.whole(peak.persons),
          note: `${told.mostAt(peak.at, phaseAt(telling, peak.at))}; ${told.partly(peak.coverage)}`,
        },
    densest === undefined
      ? { label: told.densest, value: texts.unknown }
      : {
          label: told.densest,
          value: densest.zone.definition.name,
          note: told.densestNote(densest.density, densest.level, densest.at),
        },
    {
      label: told.alerts,
      value: format.whole(alerts.length),
      note: worstOf === undefined ? told.noAlerts : told.worst(worstOf),
    },
    passings === 0
      ? {
          ...{ label: told.warned, value: texts.none },
          note: report.unalerted.length === 0 ? told.neverPassed : told.notOnRecord,
        }
      : { label: told.warned, value: told.warnedOf(foreseen, passings), note: told.warnedNote },
    {
      label: told.known,
      value: format.share(known),
      note:
        gaps.cameras.length === 0
          ? told.knownNote
          : told.camerasAway(new Set(gaps.cameras.map(({ camera }) => camera)).size, away),
    },
  ];
};
