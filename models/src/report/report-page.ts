import { escapeHtml } from './escape-html.js';

/** One picture of the report: images side by side, and what to see in them. */
export interface Exhibit {
  /** data: addresses, so that the page needs no other file. */
  readonly images: readonly string[];
  readonly caption: string;
}

export interface ReportContent {
  readonly title: string;
  readonly lead: string;
  /** First row: headings. */
  readonly table: readonly (readonly string[])[];
  /** SVG made by this package; "" for none. */
  readonly chart: string;
  readonly groups: readonly { readonly title: string; readonly exhibits: readonly Exhibit[] }[];
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; } th, td { padding: .3rem .9rem; text-align: right; }
th:first-child, td:first-child { text-align: left; } tr + tr { border-top: 1px solid #8886; }
figure { margin: 0 0 1.5rem; } figure div { display: flex; gap: .5rem; }
figure img { width: 100%; min-width: 0; flex: 1; } figcaption { color: GrayText; }
svg { max-width: 26rem; } svg rect { fill: none; stroke: #8888; } svg line { stroke: #8888; }
svg circle { fill: #d4482f; fill-opacity: .6; } svg text { fill: currentColor; font-size: 11px; }`;

const row = (cells: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;

const figure = ({ images, caption }: Exhibit): string =>
  `<figure><div>${images
    .map((image) => `<img src="${escapeHtml(image)}" alt="">`)
    .join('')}</div><figcaption>${escapeHtml(caption)}</figcaption></figure>`;

/** A page that stands alone: figures first, then the pictures that explain them. */
export const reportPage = ({ title, lead, table, chart, groups }: ReportContent): string => {
  const [head = [], ...body] = table;
  const sections = groups
    .filter(({ exhibits }) => exhibits.length > 0)
    .map(
      (group) => `<h2>${escapeHtml(group.title)}</h2>\n${group.exhibits.map(figure).join('\n')}`,
    );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(lead)}</p>
<table>${row(head, 'th')}${body.map((cells) => row(cells, 'td')).join('')}</table>
${chart}
${sections.join('\n')}
</html>
`;
};
