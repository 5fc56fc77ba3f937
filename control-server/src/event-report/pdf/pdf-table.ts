import type { Content } from 'pdfmake/interfaces.js';
import type { Block, TableCell } from '../report-document.js';

const QUIET = '#5a6472';

const linesOf = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.join('\n'));

/** A table whose head comes again on each page; a row stays in one piece. */
export const pdfTable = ({
  caption,
  columns,
  rows,
}: Extract<Block, { readonly kind: 'table' }>): Content => {
  const hasWide = columns.some(({ wide }) => wide === true);
  return {
    margin: [0, 4, 0, 10],
    stack: [
      { text: caption, bold: true, margin: [0, 0, 0, 3] },
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ wide }, at) =>
            wide === true || (!hasWide && at === 0) ? '*' : 'auto',
          ),
          body: [
            columns.map(({ align, title }) => ({ text: title, alignment: align, color: QUIET })),
            ...rows.map((row) =>
              columns.map(({ align }, at) => ({ text: linesOf(row[at] ?? ''), alignment: align })),
            ),
          ],
        },
        fontSize: 8.5,
        layout: {
          hLineWidth: (line: number) => (line === 0 ? 0 : 0.5),
          vLineWidth: () => 0,
          hLineColor: (line: number) => (line === 1 ? QUIET : '#d5dae1'),
          paddingLeft: () => 0,
          paddingRight: () => 8,
        },
      },
    ],
  };
};
