import { CHART_STYLE } from '../../charts/index.js';

/** The page's style sheet: light and dark as the reader asks for, paper, and phones. */
export const REPORT_STYLE = `
:root { color-scheme: light dark;
  --ground: light-dark(#f4f6f8, #0f1318); --panel: light-dark(#ffffff, #161b22);
  --line: light-dark(#d5dae1, #303844); --text: light-dark(#1d2430, #e8ecf2);
  --dim: light-dark(#5a6472, #a3adbb); --good: light-dark(#1d7a46, #58b884);
  --bad: light-dark(#b3261e, #ff8a7d); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 Roboto, system-ui, -apple-system, 'Segoe UI', sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 24px 20px 60px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 6px; }
h2 { font-size: 19px; margin: 40px 0 8px; }
h3 { font-size: 16px; margin: 0 0 6px; }
p { margin: 0 0 10px; max-width: 70ch; }
.dim, figcaption { color: var(--dim); }
figcaption { font-size: 13px; max-width: 75ch; margin-top: 6px; }
figure { margin: 12px 0; }
section.story, figure { background: var(--panel); border: 1px solid var(--line);
  border-radius: 6px; padding: 16px; }
section.story { margin: 14px 0; } section.story figure { border: 0; padding: 0; margin: 0; }
section.story > .desk, section.story > .phone { margin-top: 18px; }
svg { display: block; width: 100%; height: auto; }
.desk { display: block; } .phone { display: none; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 14px; }
.pair figure { margin: 0; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 10px; margin: 18px 0; }
.tile { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; }
.tile b { display: block; font-size: 24px; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tile small { color: var(--dim); display: block; line-height: 1.35; }
.tile small.met { color: var(--good); } .tile small.short, .short { color: var(--bad); }
.scroll { overflow-x: auto; background: var(--panel); border: 1px solid var(--line);
  border-radius: 6px; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 10px; text-align: right; border-top: 1px solid var(--line); white-space: nowrap; }
thead th { border-top: 0; color: var(--dim); font-weight: 600; }
th:first-child, th.word, td.word { text-align: left; } tbody th { font-weight: 500; }
tr.all th, tr.all td { font-weight: 700; }
.maps.wide { grid-template-columns: 1fr; } .maps figure { padding: 0; border: 0; }
.maps { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; align-items: end; }
.map .zone { stroke: var(--panel); stroke-width: 1; }
.map .zone.told { stroke: var(--text); stroke-width: 2.5; }
.map text { font: 600 11px Roboto, system-ui, sans-serif; text-anchor: middle; fill: #0b0d10; }
.map .on-critical, .map .on-emergency { fill: #ffffff; }
.map .passage { stroke: var(--text); stroke-width: 2; opacity: .55; }
.map .hindered { stroke: var(--bad); stroke-width: 4; opacity: 1; stroke-dasharray: 3 2; }
.map .flow { stroke: var(--text); opacity: .85; } #head path { fill: var(--text); }
.keys { display: flex; flex-wrap: wrap; gap: 4px 14px; font-size: 13px; color: var(--dim); margin: 10px 0; }
.keys i { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin-right: 5px;
  vertical-align: -1px; }
code { font: 13px ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 12px 0; }
dt { color: var(--dim); } dd { margin: 0; }
@media (max-width: 620px) { .maps, .maps.wide { grid-template-columns: 1fr; }
  main { padding: 16px 12px 40px; } .desk { display: none; } .phone { display: block; }
  .pair { grid-template-columns: 1fr; } .tiles { grid-template-columns: 1fr 1fr; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 8px; } }
@media print { :root { color-scheme: light; } body { background: none; font-size: 10.5pt; }
  main { max-width: none; padding: 0; } .scroll { overflow: visible; }
  figure, section.story, .tile, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
${CHART_STYLE}`;
