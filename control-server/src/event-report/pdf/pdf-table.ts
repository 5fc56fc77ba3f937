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
  const blanks = columns.slice(1).map(() => '');
  return {
    margin: [0, 4, 0, 10],
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ align, wide }) =>
        wide === true || (!hasWide && align === 'left') ? '*' : 'auto',
      ),
      body: [
        [{ text: caption, bold: true, colSpan: columns.length, fontSize: 9.5 }, ...blanks],
        columns.map(({ align, title }) => ({ text: title, alignment: align, color: QUIET })),
        ...rows.map((row) =>
          columns.map(({ align }, at) => ({ text: linesOf(row[at] ?? ''), alignment: align })),
        ),
      ],
    },
    fontSize: 8.5,
    layout: {
      hLineWidth: (line: number) => (line < 2 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (line: number) => (line === 2 ? QUIET : '#d5dae1'),
      paddingLeft: () => 0,
      paddingRight: () => 8,
    },
  };
};
