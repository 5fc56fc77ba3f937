import type { AlarmQuality } from '../alerting/alarm-quality.js';
import type { ReplayEvent, ReplaySummary } from '../replay/replay-event.js';

/** Lines that are named of each reason for a refusal. */
const NAMED = 3;

interface RefusedLines {
  count: number;
  readonly examples: string[];
}

/** What is said of a replay when it is over: how much, how fast, and what could not be used. */
export class ReplayReport {
  readonly #refused = new Map<string, RefusedLines>();
  #summary: ReplaySummary | undefined;
  #changes = 0;

  enter(event: ReplayEvent): void {
    if (event.kind === 'summary') this.#summary = event;
    if (event.kind === 'change') this.#changes += 1;
    if (event.kind !== 'refused') return;
    const { line, message, reason } = event;
    const refused = this.#refused.get(reason) ?? { count: 0, examples: [] };
    refused.count += 1;
    if (refused.examples.length < NAMED) refused.examples.push(`line ${line}: ${message}`);
    this.#refused.set(reason, refused);
  }

  /** Whether anything could be replayed at all. */
  get hasWindows(): boolean {
    return (this.#summary?.windows.taken ?? 0) > 0;
  }

  /** @param took seconds of real time. */
  lines(took: number, isRehearsal: boolean): string[] {
    const summary = this.#summary;
    if (summary === undefined) return [];
    const { alarms, alertsRaised, forecastsFailed, seconds, skippedSeconds, windows } = summary;
    const late = windows.late > 0 ? `, ${windows.late} of them late` : '';
    return [
      ...[...this.#refused].flatMap(([reason, { count, examples }]) => [
        `refused as ${reason}: ${count}`,
        ...examples.map((example) => `  ${example}`),
      ]),
      ...(this.hasWindows ? [] : [this.#whyNothing()]),
      ...(forecastsFailed > 0 ? [`the forecast failed ${counted(forecastsFailed, 'time')}`] : []),
      ...(skippedSeconds > 0 ? [`pauses of ${skippedSeconds} s were leapt over`] : []),
      ...(isRehearsal && this.#changes === 0 ? ['the other rules would have changed nothing'] : []),
      ...(alarms === null ? [] : [alarmLine(alarms)]),
      `${counted(windows.taken, 'window')}${late}; ${counted(alertsRaised, 'alert')}; ${seconds} s of event time in ${took.toFixed(1)} s: ${Math.round(seconds / took).toLocaleString('en')} × real time`,
    ];
  }

  /** Nothing could be used: what that is most likely owed to, and what to do. */
  #whyNothing(): string {
    if (this.#refused.size === 0) return 'no window could be used: there is not a line in it';
    if (this.#refused.has('unknown-venue'))
      return 'no window could be used: is this the venue of the recording? Name it by --venue';
    return 'no window could be used: a recording is a line of JSON for each measurement window, as throng-server simulate writes them';
  }
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

/** Good is about 6 calls an hour, and fewer than 1 % of ten minutes with more than 10 (EEMUA 191). */
const alarmLine = ({ floodedShare, mostInTenMinutes, perHour }: AlarmQuality): string =>
  mostInTenMinutes === 0
    ? 'staff never called'
    : `staff called ${perHour.toFixed(1)} times an hour, at most ${counted(mostInTenMinutes, 'time')} in ten minutes; more than 10 times in ${(100 * floodedShare).toFixed(0)} % of them`;
