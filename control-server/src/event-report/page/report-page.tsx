import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReportDocument } from '../report-document.js';
import { PAGE_STYLE } from './page-style.js';
import { ReportBlock } from './report-blocks.js';

/** A report as one page that needs nothing else: no script, no font and no picture beside it. */
export const reportPage = (report: ReportDocument, language: string): string =>
  `<!doctype html>${renderToStaticMarkup(<Page report={report} language={language} />)}\n`;

interface Parts {
  readonly report: ReportDocument;
  readonly language: string;
}

const Page = ({ language, report: { sections, subtitle, title } }: Parts): ReactElement => (
  <html lang={language}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; React would escape its quotes
        dangerouslySetInnerHTML={{ __html: PAGE_STYLE }}
      />
    </head>
    <body>
      <main>
        <header>
          <h1>{title}</h1>
          <p className="quiet">{subtitle}</p>
        </header>
        {sections.map((section) => (
          <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
            <h2 id={`${section.id}-title`}>{section.title}</h2>
            {section.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
              <ReportBlock key={index} block={block} />
            ))}
          </section>
        ))}
      </main>
    </body>
  </html>
);
