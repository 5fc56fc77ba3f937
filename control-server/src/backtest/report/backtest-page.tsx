import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { WARNING_RULE } from '../../forecast/warning.js';
import type { BacktestReport } from './backtest-report.js';
import { BothWidths } from './both-widths.js';
import { CaseTable } from './case-table.js';
import type { Case, CaseKind } from './pick-cases.js';
import { REPORT_STYLE } from './report-style.js';
import { coverageChart, leadTimeChart, reliabilityChart, skillChart } from './score-charts.js';
import { HorizonTable, ReliabilityTable, SkillTable, WarningTable } from './score-tables.js';
import { ScoreTiles } from './score-tiles.js';
import { MapKeys, StorySection } from './story-section.js';
import { percent } from './wording.js';

const HEAD = `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How right the forecast was</title>
<style>${REPORT_STYLE}</style>`;

/** The report of a backtest as one page that needs nothing else: no script, no font, no picture beside it. */
export const backtestPage = (report: BacktestReport): string =>
  `<!doctype html>
<html lang="en">
<head>
${HEAD}
</head>
<body>${renderToStaticMarkup(<Page {...report} />)}</body>
</html>
`;

/** Which kinds of story there are none of. */
const untold = (cases: readonly Case[]): string => {
  const isThere = (...kinds: readonly CaseKind[]) => cases.some(({ kind }) => kinds.includes(kind));
  return [
    ...(isThere('foreseen') ? [] : ['No passing of a limit was foreseen.']),
    ...(isThere('missed', 'late') ? [] : ['No passing was missed or warned of late.']),
    ...(isThere('false') ? [] : ['No warning was false.']),
  ].join(' ');
};

const Page = (report: BacktestReport): ReactElement => {
  const { made, overall, stories, venues } = report;
  const places = venues.length === 1 ? 'one simulated venue' : `${venues.length} simulated venues`;
  return (
    <>
      <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
        <marker
          id="head"
          viewBox="0 0 6 6"
          refX="4"
          refY="3"
          markerWidth="6"
          markerHeight="6"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L6 3L0 6z" />
        </marker>
      </svg>
      <main>
        <h1>How right the forecast was</h1>
        <p className="dim">
          {made.done === 1 ? 'One evening' : `${made.done} evenings`} in {places}, whose truth is
          known: crowds with itineraries, queues and incidents, seen by cameras that miscount, and
          forecast by the server's own code.
          {overall.history > 0
            ? ` It remembered ${overall.history} former evenings of each venue.`
            : ' It remembered no former evening.'}
        </p>
        {made.done < made.asked && (
          <p className="short">
            Ended early: {made.done} of {made.asked} evenings.
          </p>
        )}
        <ScoreTiles overall={overall} />

        <h2>{stories.length === 3 ? 'Three stories' : 'Stories'}</h2>
        <p>
          Chosen by rule, not by hand: a zone's first passing of an evening foreseen with a long
          lead, one missed (or, where none was, warned of the latest), and the false warning that
          stood the longest.
        </p>
        <MapKeys />
        {stories.map((story) => (
          <StorySection key={story.told.kind} story={story} />
        ))}
        <p className="dim">{untold(report.cases)}</p>

        <h2>Skill by horizon</h2>
        <figure>
          <BothWidths chart={(width) => skillChart(overall, venues, width)} />
          <figcaption>
            Skill is 1 − mean error of the forecast / mean error of “as counted now”, over zones
            where for a twentieth of the evening at least 0.8 persons/m² stood.
          </figcaption>
        </figure>
        <SkillTable {...report} />

        <h2>Intervals</h2>
        <figure>
          <BothWidths chart={(width) => coverageChart(overall, width)} />
          <figcaption>
            An 80 % interval should hold 80 of 100 outcomes. Dense: where at least 1.2 persons/m²
            were expected, the cases that matter most.
          </figcaption>
        </figure>
        <HorizonTable {...report} />

        <h2>Warnings</h2>
        <div className="pair">
          <figure>
            <BothWidths isHalf chart={(width) => leadTimeChart(overall, width)} />
            <figcaption>
              How long before the passing its warning came; orange: with it or after. Missed:{' '}
              {report.cases.filter(({ kind }) => kind === 'missed').length}.
            </figcaption>
          </figure>
          <figure>
            <BothWidths isHalf chart={(width) => reliabilityChart(overall, width)} />
            <figcaption>
              Likelihood said of passing within 5 minutes, and how often it came true.
            </figcaption>
          </figure>
        </div>
        <WarningTable {...report} />
        <ReliabilityTable {...report} />

        <h2>Where it was wrong</h2>
        <CaseTable {...report} />

        <h2>How this was made</h2>
        <dl>
          <dt>Command</dt>
          <dd>
            <code>{made.command}</code>
          </dd>
          <dt>Seeds</dt>
          <dd>{overall.seeds.join(', ')}</dd>
          <dt>Venues</dt>
          <dd>{venues.map(({ venue }) => venue).join(', ')}</dd>
          <dt>Versions</dt>
          <dd>
            Throng {made.throng}, Node {made.node}
          </dd>
          <dt>A limit is passed</dt>
          <dd>
            when the true density of a zone reaches its warning limit for 30 s; by default that of
            its kind of ground.
          </dd>
          <dt>A warning</dt>
          <dd>
            comes after {WARNING_RULE.onTicks} looks, 10 s apart, at which passing within 5 minutes
            is over {percent(WARNING_RULE.on)} likely; it goes after {WARNING_RULE.offTicks} below{' '}
            {percent(WARNING_RULE.off)}. It is false when no limit is passed within 15 minutes.
          </dd>
          <dt>Cameras</dt>
          <dd>
            each with a lasting bias (σ 6 %), passing noise (σ 5 %), lines that catch 90–98 % of
            crossings, clocks that differ, and losses of 20–120 s every few hours.
          </dd>
          <dt>Not shown by it</dt>
          <dd>
            how right the forecast is at a real venue. The simulator moves people by other rules
            than the forecast reckons with, yet it is a model too: judge a venue by its own
            recordings.
          </dd>
        </dl>
        <p className="dim">The same command, version and kind of machine give the same page.</p>
      </main>
    </>
  );
};
