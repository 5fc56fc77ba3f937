import type { ReactElement } from 'react';
import type { Block, TableCell } from '../report-document.js';

const WIDE = 800;
const NARROW = 345;

const lines = (cell: TableCell): readonly string[] => (typeof cell === 'string' ? [cell] : cell);

/** One piece of a report. All text is escaped, since React writes it. */
export const ReportBlock = ({ block }: { readonly block: Block }): ReactElement => {
  switch (block.kind) {
    case 'text':
      return <p className={block.tone === 'plain' ? undefined : block.tone}>{block.text}</p>;
    case 'facts':
      return (
        <dl className="facts">
          {block.facts.map(({ label, note, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {note !== undefined && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'advice':
      return (
        <ol className="advice">
          {block.items.map(({ because, title }) => (
            <li key={title}>
              <b>{title}</b>
              {because.join(' ')}
            </li>
          ))}
        </ol>
      );
    case 'list':
      return (
        <ul className="plain">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'figure':
      return (
        <figure>
          <h3>{block.title}</h3>
          <div className="wide-figure">{block.draw(WIDE)}</div>
          <div className="narrow">{block.draw(NARROW)}</div>
        </figure>
      );
    case 'table':
      return <Table {...block} />;
  }
};

const Table = ({
  caption,
  columns,
  rows,
}: Extract<Block, { readonly kind: 'table' }>): ReactElement => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
  <section className="table" tabIndex={0} aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ align, title }) => (
            <th key={title} className={align === 'right' ? 'right' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <tr key={index}>
            {columns.map(({ align, title, wide }, at) => (
              <td
                key={title}
                className={wide === true ? 'wide' : align === 'right' ? 'right' : 'word'}
              >
                {lines(row[at] ?? '').map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
