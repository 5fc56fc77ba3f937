import { shareChart, stripChart } from '../../charts/index.js';
import { levelShares, levelStretches } from '../levels-over-time.js';
import { quiet, type Section } from '../report-document.js';
import { phaseSpans, type Telling, timeAxis } from './telling.js';

/** At which level of service each zone was: over time, and for how much of it. */
export const levelsSection = (telling: Telling): Section => {
  const { format, report, texts } = telling;
  const { evening } = report;
  const told = texts.levels;
  const names = { few: texts.few(evening.k), unknown: texts.unknown };
  const strips = evening.zones.map((zone) => ({
    name: zone.definition.name,
    stretches: levelStretches(zone, evening),
  }));
  const shares = evening.zones.map((zone) => ({
    name: zone.definition.name,
    shares: levelShares(zone),
  }));
  return {
    id: 'levels',
    title: told.title,
    blocks: [
      {
        kind: 'figure',
        title: told.strips,
        draw: (width) =>
          stripChart({
            ...{ title: told.strips, width, names, rows: strips, spans: phaseSpans(telling) },
            x: timeAxis(telling, width),
          }),
      },
      {
        kind: 'figure',
        title: told.shares,
        draw: (width) =>
          shareChart({ title: told.shares, width, names, rows: shares, write: format.share }),
      },
      quiet(told.explained),
    ],
  };
};
