import type { Aggravation, Alert, AlertPriority } from '@throng/contract';
import type { MessageKind } from '../message.js';
import type { Formats } from './formats.js';

export type CameraFault = Extract<Alert['reason'], { kind: 'camera-lost' }>['because'];

/** What a language must say of alerts to people outside the control room: figures in, sentences out. */
export interface NotificationTexts {
  readonly formats: Formats;
  /** In front of all that is told of a drill. */
  readonly drill: string;
  readonly priority: Readonly<Record<AlertPriority, string>>;
  readonly title: Readonly<Record<MessageKind, (priority: string, place: string) => string>>;
  /** Both persons/m². */
  density(density: number, limit: number): string;
  readonly aggravated: Readonly<Record<Aggravation['kind'], string>>;
  /** @param seconds until the limit is passed; null where no time is expected. */
  forecast(limit: number, seconds: number | null, probability: number): string;
  readonly cameraFault: Readonly<Record<CameraFault, string>>;
  /** @param fault one of `cameraFault`. @param zones names of those that it leaves unseen. */
  camera(fault: string, zones: readonly string[]): string;
  readonly duplicateEdge: string;
  /** The place of what cannot be written. */
  readonly store: string;
  storeFailing(code: string): string;
  readonly cleared: string;
  readonly test: string;
  /** What would help; `effect` is one of those below, persons per minute. */
  readonly remedy: {
    close(passage: string, effect: string): string;
    cut(passage: string, share: number, perMinute: number, effect: string): string;
    restore(passage: string, perMinute: number, effect: string): string;
    open(passage: string, effect: string): string;
  };
  readonly avoids: string;
  endsIn(seconds: number): string;
  wins(seconds: number): string;
  /** The link to the alert. */
  readonly open: string;
}
