import type { CameraDefinition } from '@throng/contract';
import { type AlertAct, type AlertStory, alertStories } from './alert-stories.js';
import type { EveningSkill } from './forecast-skill.js';
import { judgeWarnings, unalertedZones, type WarningRecord } from './forecast-warnings.js';
import { type FlowPeak, peakFlow } from './passage-flows.js';
import { type VenuePeak, venuePeak, type ZonePeak, zonePeaks } from './peaks.js';
import { type PlacePressure, pressures } from './pressure.js';
import {
  type PublishedEvening,
  type PublishedPassage,
  type PublishedZone,
  publishEvening,
} from './published-evening.js';
import { type RecordGaps, recordGaps } from './record-gaps.js';
import type { RecordedEvening } from './recorded-evening.js';
import { type StaffingAdvice, staffingAdvice } from './staffing-advice.js';

export interface ReportParts {
  readonly venue: string;
  readonly cameras: readonly CameraDefinition[];
  readonly evening: RecordedEvening;
  /** The event before, by the same plan; null where there was none or nothing is kept of it. */
  readonly last: RecordedEvening | null;
  /** What people did to alerts. */
  readonly acts: readonly AlertAct[];
  /** Forecasts of the evening, judged by replaying it. */
  readonly skill: readonly EveningSkill[];
  /** Counts from 1 to below it are left out. */
  readonly k: number;
}

/** What is told after an event; made of published counts alone. */
export interface EventReport {
  readonly venue: string;
  readonly cameras: readonly CameraDefinition[];
  readonly evening: PublishedEvening;
  readonly last: PublishedEvening | null;
  readonly peak: VenuePeak | null;
  readonly zonePeaks: readonly ZonePeak[];
  readonly flows: readonly { readonly passage: PublishedPassage; readonly peak: FlowPeak | null }[];
  readonly gaps: RecordGaps;
  readonly stories: readonly AlertStory[];
  readonly warnings: WarningRecord;
  /** Zones above their warning limit of which no alert is on record. */
  readonly unalerted: readonly PublishedZone[];
  readonly skill: readonly EveningSkill[];
  readonly pressures: readonly PlacePressure[];
  readonly advice: readonly StaffingAdvice[];
}

/** Works out a report; pure: the same record gives the same report. */
export const makeEventReport = (parts: ReportParts): EventReport => {
  const { cameras, k, skill, venue } = parts;
  const evening = publishEvening(parts.evening, k);
  const last = parts.last === null ? null : publishEvening(parts.last, k);
  const stories = alertStories(parts.evening.transitions, parts.acts);
  const places = pressures(evening);
  const before = last && { asked: last.asked, step: last.step, places: pressures(last) };
  const now = { asked: evening.asked, step: evening.step, places };
  return {
    ...{ venue, cameras, evening, last, skill, stories },
    peak: venuePeak(evening),
    zonePeaks: zonePeaks(evening),
    flows: evening.passages.map((passage) => ({ passage, peak: peakFlow(passage, evening) })),
    gaps: recordGaps(stories, evening.asked),
    warnings: judgeWarnings(stories, evening.asked.from),
    unalerted: unalertedZones(evening.zones, stories),
    pressures: places,
    advice: staffingAdvice(now, before),
  };
};
