import type { EventReport } from './event-report.js';
import type { Format } from './format.js';
import type { ReportDocument } from './report-document.js';
import { alertsSection } from './sections/alerts-section.js';
import { flowsSection } from './sections/flows-section.js';
import { forecastSection } from './sections/forecast-section.js';
import { gapsSection } from './sections/gaps-section.js';
import { levelsSection } from './sections/levels-section.js';
import { peopleSection } from './sections/people-section.js';
import { staffingSection } from './sections/staffing-section.js';
import { summarySection } from './sections/summary-section.js';
import { namesOf, type Telling } from './sections/telling.js';
import type { Texts } from './texts.js';

/** Tells a report in words, tables and pictures. */
export const tellReport = (report: EventReport, texts: Texts, format: Format): ReportDocument => {
  const telling: Telling = { report, texts, format, names: namesOf(report) };
  const { asked, k, step } = report.evening;
  const name = asked.name ?? texts.period;
  return {
    title: texts.title(name),
    subtitle: texts.subtitle(report.venue, asked.from, asked.to),
    foot: texts.foot(report.venue, name),
    sections: [
      summarySection(telling),
      staffingSection(telling),
      peopleSection(telling),
      levelsSection(telling),
      flowsSection(telling),
      alertsSection(telling),
      forecastSection(telling),
      gapsSection(telling),
      {
        id: 'reading',
        title: texts.reading.title,
        blocks: [{ kind: 'list', items: texts.reading.items(k, step) }],
      },
    ],
  };
};
