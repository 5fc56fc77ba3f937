import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { pdfBlocks } from '../../event-report/pdf/pdf-blocks.js';
import type { ReportDocument } from '../../event-report/report-document.js';

/** Roboto travels with pdfmake (Apache 2.0); it is embedded, so that any letter of a name is there. */
const FONTS = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts/Roboto',
);

pdfmake.setFonts({
  Roboto: {
    normal: join(FONTS, 'Roboto-Regular.ttf'),
    bold: join(FONTS, 'Roboto-Medium.ttf'),
    italics: join(FONTS, 'Roboto-Italic.ttf'),
    bolditalics: join(FONTS, 'Roboto-MediumItalic.ttf'),
  },
});
// Nothing is fetched and no other file is read, whatever a name says.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(FONTS));

/** A report as a PDF: A4, the same pieces as on the page, page numbers. @param now epoch ms. */
export const reportPdf = (report: ReportDocument, now: number): Promise<Buffer> => {
  const definition: TDocumentDefinitions = {
    info: { title: report.title, creationDate: new Date(now) },
    pageSize: 'A4',
    pageMargins: [45, 48, 45, 52],
    footer: (page, pages) => ({
      text: report.foot(page, pages),
      alignment: 'center',
      margin: [0, 18, 0, 0],
      ...{ fontSize: 8, color: '#5a6472' },
    }),
    ...pdfBlocks(report),
  };
  return pdfmake.createPdf(definition).getBuffer();
};
