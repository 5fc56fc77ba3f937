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

const row = ({ names, report, texts }: Telling, story: AlertStory): TableCell[] => {
  const told = texts.alerts;
  const reason = firstReason(story);
  const { acts, clearedAt, raisedAt, steps } = story;
  const stood = clearedAt ?? report.evening.asked.to;
  return [
    [reason === undefined ? story.id : told.about(reason, names), story.worst],
    steps.map(({ at, kind, priority, reason: known }) => {
      const step = told.step(at, kind, priority);
      return kind === 'cleared' ? step : `${step}: ${told.reason(known, names)}`;
    }),
    clearedAt === null
      ? [told.stood(stood - raisedAt), told.standing]
      : told.stood(stood - raisedAt),
    acts.length === 0 ? told.notRecorded : acts.map(({ at, by, kind }) => told.act(at, by, kind)),
  ];
};
