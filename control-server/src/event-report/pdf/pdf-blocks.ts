import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { chartMarkup } from '../../charts/index.js';
import type { Block, Fact, ReportDocument, Section } from '../report-document.js';
import { pdfTable } from './pdf-table.js';

/** Points between the margins of an A4 page. */
const WIDTH = 505;

/** Width in letters' units that a chart is drawn at: its letters come out 8 points high. */
const DRAWN = 690;

/** Share of a page's height below which no heading begins. */
const LAST_HEADING = 0.85;

const QUIET = '#5a6472';
const FACTS_A_ROW = 3;

/** The pieces of a report as those of a PDF. */
export const pdfBlocks = ({
  sections,
  subtitle,
  title,
}: ReportDocument): Pick<TDocumentDefinitions, 'content' | 'defaultStyle' | 'pageBreakBefore'> => ({
  defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: '#1d2430' },
  // A heading does not stand alone at the foot of a page.
  pageBreakBefore: ({ headlineLevel, startPosition }) =>
    headlineLevel === 1 && startPosition.verticalRatio > LAST_HEADING,
  content: [
    { text: title, fontSize: 20, bold: true },
    { text: subtitle, color: QUIET, margin: [0, 0, 0, 4] },
    ...sections.flatMap(pdfSection),
  ],
});

/** Made anew for each heading: the library keeps places in what it is given. */
const rule = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 1.2, lineColor: '#1d2430' }],
  margin: [0, 14, 0, 4],
});

/** A heading is kept with what comes first below it. */
const pdfSection = ({ blocks, title }: Section): Content[] => {
  const [first, ...rest] = blocks.map(pdfBlock);
  const heading: Content = { text: title, fontSize: 13, bold: true, margin: [0, 0, 0, 6] };
  const isWhole = blocks[0]?.kind !== 'table' && blocks[0]?.kind !== 'advice';
  return [
    {
      stack: [rule(), heading, ...(first === undefined ? [] : [first])],
      unbreakable: isWhole,
      headlineLevel: isWhole ? 0 : 1,
    },
    ...rest,
  ];
};

const pdfBlock = (block: Block): Content => {
  switch (block.kind) {
    case 'text':
      return pdfText(block);
    case 'facts':
      return pdfFacts(block.facts);
    case 'advice':
      return {
        stack: block.items.map(({ because, title }) => ({
          unbreakable: true,
          margin: [0, 0, 0, 8],
          table: {
            widths: ['*'],
            body: [[{ stack: [{ text: title, bold: true, fontSize: 10.5 }, because.join(' ')] }]],
          },
          layout: {
            hLineWidth: () => 0,
            vLineWidth: (column: number) => (column === 0 ? 3 : 0),
            vLineColor: () => '#0a66a8',
            paddingLeft: () => 8,
          },
        })),
      };
    case 'list':
      return { ul: [...block.items], color: QUIET, fontSize: 8.5, margin: [0, 2, 0, 4] };
    case 'figure':
      return {
        unbreakable: true,
        margin: [0, 4, 0, 8],
        stack: [
          { text: block.title, bold: true, margin: [0, 0, 0, 4] },
          { svg: chartMarkup(block.draw(DRAWN)), width: WIDTH },
        ],
      };
    case 'table':
      return pdfTable(block);
  }
};

const pdfText = ({ text, tone }: Extract<Block, { readonly kind: 'text' }>): Content => {
  if (tone === 'plain') return { text, margin: [0, 0, 0, 6] };
  if (tone === 'quiet') return { text, color: QUIET, fontSize: 8.5, margin: [0, 0, 0, 6] };
  return {
    table: { widths: ['*'], body: [[{ text, fillColor: '#fff4dd', margin: [4, 2, 4, 2] }]] },
    layout: 'noBorders',
    margin: [0, 0, 0, 6],
  };
};

const pdfFacts = (facts: readonly Fact[]): Content => {
  const cells = facts.map(({ label, note, value }) => ({
    margin: [0, 0, 8, 6] as [number, number, number, number],
    stack: [
      { text: label, color: QUIET, fontSize: 8.5 },
      { text: value, bold: true, fontSize: 13, lineHeight: 1.1 },
      ...(note === undefined ? [] : [{ text: note, color: QUIET, fontSize: 8 }]),
    ],
  }));
  const rows = Math.ceil(cells.length / FACTS_A_ROW);
  return {
    table: {
      widths: Array.from({ length: FACTS_A_ROW }, () => '*'),
      body: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: FACTS_A_ROW }, (_cell, at) => cells[row * FACTS_A_ROW + at] ?? ''),
      ),
    },
    layout: 'noBorders',
    margin: [-4, 0, 0, 2],
  };
};
