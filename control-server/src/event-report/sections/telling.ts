import type { Axis } from '../../charts/index.js';
import { type Span, timeTicks } from '../../charts/index.js';
import type { Names } from '../alert-words.js';
import type { EventReport } from '../event-report.js';
import type { Format } from '../format.js';
import type { Texts } from '../texts.js';

/** What every section needs to tell its part. */
export interface Telling {
  readonly report: EventReport;
  readonly texts: Texts;
  readonly format: Format;
  readonly names: Names;
}

/** Names by their ids; an id that the venue no longer has stands for itself. */
export const namesOf = ({ cameras, evening }: EventReport): Names => {
  const zones = new Map(evening.zones.map(({ definition: { id, name } }) => [id, name]));
  const seen = new Map(cameras.map(({ id, name }) => [id, name]));
  const ways = new Map(evening.passages.map(({ definition: { id, name } }) => [id, name]));
  return {
    zone: (id) => zones.get(id) ?? id,
    passage: (id) => ways.get(id) ?? id,
    camera: (id) => seen.get(id) ?? id,
  };
};

/** The evening as an axis, epoch ms. */
export const timeAxis = ({ format, report, texts }: Telling, width: number): Axis => {
  const { from, to } = report.evening.asked;
  const ticks = timeTicks(from * 1_000, to * 1_000, Math.max(3, Math.floor(width / 70)), (at) =>
    format.clock(at / 1_000),
  );
  return { from: from * 1_000, to: to * 1_000, label: texts.timeAxis, ticks };
};

/** The evening's phases, epoch ms. */
export const phaseSpans = ({ report }: Telling): Span[] =>
  report.evening.asked.phases.map(({ from, name, to }) => ({
    ...{ from: from * 1_000, to: to * 1_000, label: name },
  }));

/** The phase at a time, epoch seconds. */
export const phaseAt = ({ report }: Telling, at: number): string | undefined =>
  report.evening.asked.phases.find(({ from, to }) => from <= at && at < to)?.name;
