import { type AlertStory, firstReason } from '../alert-stories.js';
import {
  type Block,
  left,
  plain,
  quiet,
  type Section,
  type TableCell,
  wide,
} from '../report-document.js';
import type { Telling } from './telling.js';

/** Alerts told one by one; the rest is counted. */
const MOST = 60;

/** What was known when, and who acted. */
export const alertsSection = (telling: Telling): Section => {
  const { report, texts } = telling;
  const told = texts.alerts;
  const blocks: Block[] = [];
  const table = (caption: string, stories: readonly AlertStory[]): void => {
    if (stories.length === 0) return;
    const [about, known, stood, acted] = told.columns;
    blocks.push({
      kind: 'table',
      caption,
      columns: [left(about), wide(known), left(stood), left(acted)],
      rows: stories.slice(0, MOST).map((story) => row(telling, story)),
    });
    if (stories.length > MOST) blocks.push(quiet(told.more(stories.length - MOST)));
  };
  const of = (category: AlertStory['category']) =>
    report.stories.filter((story) => story.category === category);
  table(told.caption, of('crowd'));
  table(told.systemCaption, of('system'));
  if (blocks.length === 0) blocks.push(plain(told.nothing));
  return { id: 'alerts', title: told.title, blocks };
};

/** The other zones of its incident: what fills them has one cause. */
const sharing = (stories: readonly AlertStory[], { id, incident, steps }: AlertStory): string[] => {
  if (incident === null) return [];
  const zoneOf = (reason: AlertStory['steps'][number]['reason'] | undefined) =>
    reason !== undefined && 'zone' in reason ? [reason.zone] : [];
  const own = zoneOf(steps[0]?.reason);
  const others = stories.filter((other) => other.incident === incident && other.id !== id);
  const zones = others.flatMap((other) => zoneOf(firstReason(other)));
  return [...new Set(zones)].filter((zone) => !own.includes(zone));
};

const row = ({ names, report, texts }: Telling, story: AlertStory): TableCell[] => {
  const told = texts.alerts;
  const reason = firstReason(story);
  const { acts, clearedAt, raisedAt, steps } = story;
  const { k } = report.evening;
  const together = sharing(report.stories, story).map(names.zone);
  const stood = clearedAt ?? report.evening.asked.to;
  return [
    [
      reason === undefined ? story.id : told.about(reason, names),
      story.worst,
      ...(together.length === 0 ? [] : [told.together(together)]),
    ],
    steps.map(({ at, calls, explanation, kind, priority, reason: known }) => {
      const step = told.step(at, kind, priority);
      if (calls > 0) return `${step}${told.calls(calls)}`;
      if (explanation !== null) return `${step}: ${told.explained(explanation, names, k)}`;
      return kind === 'cleared' ? step : `${step}: ${told.reason(known, names, k)}`;
    }),
    clearedAt === null
      ? [told.stood(stood - raisedAt), told.standing]
      : told.stood(stood - raisedAt),
    acts.length === 0 ? told.notRecorded : acts.map(({ at, by, kind }) => told.act(at, by, kind)),
  ];
};
