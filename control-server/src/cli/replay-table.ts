import type {
  Alert,
  Explanation,
  LimitPassing,
  Timestamp,
  ZoneForecast,
  ZoneState,
} from '@throng/contract';
import colours from 'picocolors';
import { HORIZONS } from '../forecast/horizons.js';
import type { Period, ReplayEvent, RuleChange, ZonePeak } from '../replay/replay-event.js';

const COLUMN = 19;
const NAME = 18;

type State = Extract<ReplayEvent, { kind: 'state' }>;

/** A replay told to people: blocks of states with what was forecast, and alerts between them. */
export class ReplayTable {
  #state: State | undefined;
  #changes = 0;

  /** The lines that an event adds; a state waits for its forecast. */
  lines(event: ReplayEvent): string[] {
    if (event.kind === 'forecast') {
      const state = this.#state;
      this.#state = undefined;
      return state === undefined ? [] : block(state, event.zones);
    }
    const waiting = this.#state === undefined ? [] : block(this.#state, []);
    this.#state = event.kind === 'state' ? event : undefined;
    return [...waiting, ...this.#others(event)];
  }

  #others(event: ReplayEvent): string[] {
    switch (event.kind) {
      case 'alert':
        // Why an alert stands is told anew every half minute: for people once is enough.
        if (event.transition === 'explained') return [];
        return [`${clock(event.at)}  ${mark(event.transition)} ${alertWords(event.alert)}`];
      case 'change':
        this.#changes += 1;
        return [
          ...(this.#changes === 1 ? ['', colours.bold('Other rules')] : []),
          changeWords(event),
        ];
      case 'event':
        return [`${clock(event.at)}  ${eventWords(event)}`];
      case 'summary':
        return event.from === null
          ? []
          : ['', colours.bold('Peaks (times are UTC)'), ...event.peaks.map(peakWords)];
      default:
        return [];
    }
  }
}

const clock = (at: Timestamp): string => at.slice(11, 19);

const mark = (transition: string): string =>
  (transition === 'cleared' ? colours.green : colours.red)(transition.padEnd(12));

const eventWords = ({
  event,
  formerEvents,
}: Extract<ReplayEvent, { readonly kind: 'event' }>): string => {
  if (event === null) return 'no event is ahead';
  const like =
    formerEvents.length === 0 ? 'no former evening is known' : `like ${formerEvents.join(', ')}`;
  return `${event}: ${like}`;
};

const fixed = (density: number): string => density.toFixed(2);

const block = ({ at, zones }: State, forecasts: readonly ZoneForecast[]): string[] => {
  const horizons =
    forecasts.length === 0
      ? ''
      : HORIZONS.map((seconds) => `+${seconds / 60} min`.padStart(COLUMN)).join('');
  const ahead = new Map(forecasts.map((forecast) => [forecast.zone, forecast]));
  return [
    '',
    `${colours.bold(`${at.slice(0, 19).replace('T', ' ')} UTC`)}`,
    colours.dim(
      `  ${'zone'.padEnd(NAME)}${'persons'.padStart(8)}${'/m²'.padStart(6)}  level band     ${horizons}`,
    ),
    ...zones.map((zone) => `  ${zoneWords(zone)}${aheadWords(ahead.get(zone.zone))}`),
  ];
};

const zoneWords = ({ reading, unknownBecause, zone }: ZoneState): string => {
  const name = zone.padEnd(NAME);
  if (reading === null) return `${name}${`unknown: ${unknownBecause ?? ''}`.padStart(31)}`;
  const { band, density, levelOfService, persons } = reading;
  return `${name}${String(Math.round(persons)).padStart(8)}${fixed(density).padStart(6)}  ${levelOfService.padEnd(6)}${(band ?? '').padEnd(9)}`;
};

const aheadWords = (forecast: ZoneForecast | undefined): string => {
  if (forecast === undefined) return '';
  if (forecast.ahead === null) return `  ${forecast.unknownBecause ?? ''}`;
  return forecast.ahead.horizons
    .map(({ density, high80, low80 }) =>
      `${fixed(density)} (${fixed(low80)}–${fixed(high80)})`.padStart(COLUMN),
    )
    .join('');
};

const alertWords = ({ priority, reason, state }: Alert): string => {
  const rank = priority.padEnd(10);
  const isOver = state === 'cleared';
  switch (reason.kind) {
    case 'density':
      return isOver
        ? `${rank}${reason.zone}: below ${fixed(reason.clearsBelow)} persons/m²`
        : `${rank}${reason.zone}: ${fixed(reason.density)} persons/m², limit ${reason.threshold}${limitWords(reason)}${bottleneckWords(reason.explanation)}`;
    case 'forecast':
      return `${rank}${reason.zone}: ${isOver ? 'no warning ahead' : `${passingWords(reason.passing)}${bottleneckWords(reason.explanation)}`}`;
    case 'camera-lost':
      return `${rank}${reason.camera}: ${isOver ? 'camera back' : `camera lost (${reason.because})`}`;
    case 'duplicate-edge':
      return `${rank}${reason.edge}: ${isOver ? 'one agent' : 'two agents'} with this id`;
    case 'store-failing':
      return `${rank}store: ${isOver ? 'works' : reason.code}`;
  }
};

/** " (egress), raised by stop-and-go": the phase that the limit is for, and what lowered it. */
const limitWords = ({
  aggravations = [],
  limitFrom,
}: Extract<Alert['reason'], { readonly kind: 'density' }>): string => {
  const phase = limitFrom?.phase ? ` (${limitFrom.phase.id})` : '';
  const kinds = aggravations.map(({ kind }) => kind).join(', ');
  return kinds === '' ? phase : `${phase}, raised by ${kinds}`;
};

const bottleneckWords = (explanation: Explanation | undefined): string => {
  const bottleneck = explanation?.bottleneck ?? null;
  if (bottleneck === null) return '';
  if (bottleneck.kind === 'packed-zone') return `; ${bottleneck.zone} is packed`;
  const { capacityPerMinute, passage, perMinute } = bottleneck;
  return `; bottleneck ${passage}, ${perMinute ?? '?'} of ${capacityPerMinute}/min`;
};

const passingWords = ({ limit, probability, withinSeconds }: LimitPassing): string =>
  `${Math.round(probability * 100)} % to pass ${limit} persons/m² within ${withinSeconds / 60} min`;

const peakWords = ({ at, density, zone }: ZonePeak): string =>
  `  ${zone.padEnd(NAME)}${density === null || at === null ? 'never measured' : `${fixed(density)} persons/m² at ${clock(at)}`}`;

const periodWords = (period: Period | null): string =>
  period === null ? '—' : `${clock(period.from)}–${period.to === null ? 'end' : clock(period.to)}`;

const changeWords = ({
  about,
  band,
  change,
  rehearsed,
  seconds,
  usual,
  zone,
}: RuleChange): string =>
  `  ${zone.padEnd(NAME)}${about.padEnd(10)}${band.padEnd(11)}${`${change}${seconds === null ? '' : ` by ${seconds} s`}`.padEnd(18)}${periodWords(usual)} → ${periodWords(rehearsed)}`;
