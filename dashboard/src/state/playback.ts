import { type AlertPriority, fromTimestamp, type VenueRecord } from '@throng/contract';
import { recordEnd } from './record-end.js';

/** Seconds of the evening per second of the watch. */
export const SPEEDS = [1, 10, 60, 300] as const;
export type Speed = (typeof SPEEDS)[number];

/** A stretch of the past that is played; times are event time, epoch milliseconds. */
export interface Playback {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly speed: Speed;
  readonly isPlaying: boolean;
}

export const playbackOf = (record: VenueRecord): Playback => {
  const from = fromTimestamp(record.from);
  const to = recordEnd(record);
  return { from, to, at: from, speed: 60, isPlaying: false };
};

export type PlaybackEvent =
  | { readonly type: 'opened'; readonly record: VenueRecord }
  | { readonly type: 'toggled' }
  | { readonly type: 'sought'; readonly at: number }
  | { readonly type: 'speed-chosen'; readonly speed: Speed }
  /** Milliseconds of the watch have passed. */
  | { readonly type: 'passed'; readonly elapsed: number };

export const play = (playback: Playback | null, event: PlaybackEvent): Playback | null => {
  if (event.type === 'opened') return playbackOf(event.record);
  if (playback === null) return null;
  switch (event.type) {
    case 'toggled':
      return toggled(playback);
    case 'sought':
      return { ...playback, at: clamped(playback, event.at) };
    case 'speed-chosen':
      return { ...playback, speed: event.speed };
    case 'passed':
      return playback.isPlaying ? passed(playback, event.elapsed) : playback;
  }
};

/** From its end a playback begins again. */
const toggled = (playback: Playback): Playback => {
  const isOver = playback.at >= playback.to && !playback.isPlaying;
  return { ...playback, at: isOver ? playback.from : playback.at, isPlaying: !playback.isPlaying };
};

const clamped = ({ from, to }: Playback, at: number): number => Math.min(to, Math.max(from, at));

const passed = (playback: Playback, elapsed: number): Playback => {
  const at = clamped(playback, playback.at + elapsed * playback.speed);
  return { ...playback, at, isPlaying: at < playback.to };
};

/** Where on the way an alert began, 0 to 1, and how bad it was. */
export interface PlaybackMark {
  readonly id: string;
  readonly share: number;
  readonly priority: AlertPriority;
}

/** A mark for each alert about the crowd that was raised within the stretch. */
export const marksOf = ({ from, to }: Playback, { changes }: VenueRecord): PlaybackMark[] =>
  changes.flatMap(({ alert, at, kind }) =>
    kind === 'raised' && alert.category === 'crowd'
      ? [
          {
            id: alert.id,
            share: (fromTimestamp(at) - from) / (to - from),
            priority: alert.priority,
          },
        ]
      : [],
  );

/** Longest steps that still show how a crowd moves, seconds, and most steps that a record holds. */
const STEP = { least: 10, most: 60, count: 900 } as const;

/** Steps of the record of a stretch, seconds; undefined where it is too long to be played. */
export const stepFor = (from: number, to: number): number | undefined => {
  const step = Math.ceil((to - from) / 1_000 / STEP.count / 10) * 10;
  return step > STEP.most ? undefined : Math.max(STEP.least, step);
};
