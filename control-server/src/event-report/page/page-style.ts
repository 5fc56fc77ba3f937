import { CHART_STYLE } from '../../charts/index.js';

/** The page's style sheet: light or dark as the reader asks for, phones, and A4. */
export const PAGE_STYLE = `
:root { color-scheme: light dark;
  --paper: light-dark(#ffffff, #161b22); --ground: light-dark(#eef1f4, #0f1318);
  --line: light-dark(#d5dae1, #303844); --text: light-dark(#1d2430, #e8ecf2);
  --quiet: light-dark(#5a6472, #a3adbb); --mark: light-dark(#0a66a8, #6cb8ee);
  --warn: light-dark(#fff4dd, #33280f); --warn-line: light-dark(#c88a12, #c88a12); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 Roboto, system-ui, -apple-system, 'Segoe UI', sans-serif; }
main { max-width: 900px; margin: 24px auto; padding: 40px 48px 56px; background: var(--paper);
  border: 1px solid var(--line); border-radius: 8px; }
h1 { font-size: 27px; line-height: 1.2; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 19px; margin: 38px 0 10px; padding-top: 10px; border-top: 2px solid var(--text); }
h3, caption { font-size: 14px; font-weight: 600; text-align: left; margin: 22px 0 6px; }
p { margin: 0 0 10px; max-width: 75ch; }
.quiet { color: var(--quiet); font-size: 13px; }
.warning { background: var(--warn); border-left: 4px solid var(--warn-line); padding: 8px 12px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 18px 24px;
  margin: 0 0 18px; }
.facts dt { color: var(--quiet); font-size: 13px; }
.facts dd { margin: 0; font-size: 21px; line-height: 1.25; font-weight: 600; overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums; }
.facts small { display: block; font-size: 12.5px; font-weight: 400; color: var(--quiet);
  line-height: 1.35; margin-top: 2px; }
.advice { list-style: none; margin: 0; padding: 0; }
.advice li { border-left: 4px solid var(--mark); padding: 2px 0 2px 14px; margin: 0 0 16px; }
.advice b { display: block; font-size: 16px; }
ul.plain { margin: 0; padding-left: 20px; color: var(--quiet); font-size: 13px; }
ul.plain li { margin-bottom: 4px; max-width: 80ch; }
figure { margin: 16px 0 18px; } figure h3 { margin: 0 0 8px; }
svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }
.table { overflow-x: auto; margin: 14px 0 16px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { margin: 0; padding-bottom: 6px; }
th, td { padding: 6px 16px 6px 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; white-space: nowrap; border-bottom-color: var(--quiet); }
.right { text-align: right; white-space: nowrap; }
td.wide { min-width: 260px; }
td span { display: block; } td.word span + span { color: var(--quiet); }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
@media (max-width: 640px) {
  main { margin: 0; padding: 22px 16px 40px; border: 0; border-radius: 0; }
  .wide-figure { display: none; } .narrow { display: block; }
  .facts { grid-template-columns: 1fr 1fr; }
}
@media print {
  :root { color-scheme: light; }
  @page { size: A4; margin: 16mm 15mm; }
  body { background: none; font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  .table { overflow: visible; } table { font-size: 8.5pt; }
  figure, .advice li, tr, .facts div { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
${CHART_STYLE}`;
