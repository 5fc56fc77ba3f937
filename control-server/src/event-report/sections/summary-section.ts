import { type Block, type Fact, left, type Section } from '../report-document.js';
import { phaseAt, type Telling } from './telling.js';

/** Head of the report: the evening in a few numbers, and how much of it is known. */
export const summarySection = (telling: Telling): Section => {
  const { format, names, report, texts } = telling;
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
  if (gaps.cameras.length > 0) {
    blocks.push({
      kind: 'table',
      caption: told.cameras,
      columns: [left(told.camera), left(told.away), left(told.why)],
      rows: gaps.cameras.map(({ because, camera, from, to }) => [
        names.camera(camera),
        to === null
          ? `${format.clock(from)} ${told.toEnd}`
          : `${format.clock(from)}–${format.clock(to)} (${format.duration(to - from)})`,
        because,
      ]),
    });
  }
  return { id: 'summary', title: told.title, blocks };
};

const facts = (telling: Telling): Fact[] => {
  const { format, report, texts } = telling;
  const { asked, known } = report.evening;
  const told = texts.summary;
  const { peak } = report;
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
    { label: told.known, value: format.share(known), note: told.knownNote },
  ];
};
