import { passagesCsv, zonesCsv } from '../../event-report/export/aggregate-tables.js';
import { reportPage } from '../../event-report/page/report-page.js';
import type { PublishedEvening } from '../../event-report/published-evening.js';
import type { ReportDocument } from '../../event-report/report-document.js';
import type { ReportFile, ReportTask } from './report-task.js';

/** The files of a report, in the formats that are asked for. */
export const renderReport = async (
  { formats, now }: ReportTask,
  evening: PublishedEvening,
  report: ReportDocument,
  language: string,
): Promise<ReportFile[]> => {
  const files: ReportFile[] = [];
  if (formats.includes('html')) {
    files.push({ name: 'report.html', format: 'html', content: reportPage(report, language) });
  }
  if (formats.includes('pdf')) {
    // Loaded when wanted: it is large, and most starts of the program don't print.
    const { reportPdf } = await import('./report-pdf.js');
    files.push({ name: 'report.pdf', format: 'pdf', content: await reportPdf(report, now) });
  }
  if (formats.includes('csv')) {
    files.push({ name: 'zones.csv', format: 'csv', content: zonesCsv(evening) });
    files.push({ name: 'passages.csv', format: 'csv', content: passagesCsv(evening) });
  }
  return files;
};
