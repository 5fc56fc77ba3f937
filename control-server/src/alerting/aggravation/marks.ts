import type { Aggravation } from '@throng/contract';
import type { AlertBands } from '@throng/crowd';
import type { AlertBand } from '../alert-band.js';
import { type Aggravating, type CrowdSeen, unknownSign } from './aggravating.js';
import { compression } from './compression.js';
import { counterflow } from './counterflow.js';
import { slowedOutflow } from './slowed-outflow.js';
import { stopAndGo } from './stop-and-go.js';

const BY_KIND = {
  'stop-and-go': stopAndGo,
  'slowed-outflow': slowedOutflow,
  counterflow,
  compression,
} as const satisfies Record<Aggravation['kind'], Aggravating>;

const AGGRAVATING: readonly Aggravating[] = Object.values(BY_KIND);

/** An aggravation that lasts, with the figures last known of it. */
export interface Mark {
  readonly figure: Aggravation;
  /** Whether the figures are of now. What is not known any more neither raises nor clears. */
  readonly isKnown: boolean;
}

export const noMarks: readonly Mark[] = [];

/** The marks of which nothing is known now. */
export const forgottenMarks = (marks: readonly Mark[]): readonly Mark[] =>
  marks.every(({ isKnown }) => !isKnown)
    ? marks
    : marks.map((mark) => ({ ...mark, isKnown: false }));

/** The marks after a crowd was seen, of `raisedBy` only. Where ground is lost, they may go on there. */
export const advanceMarks = (
  marks: readonly Mark[],
  crowd: CrowdSeen,
  raisedBy: readonly Aggravation['kind'][],
  partlyLost: boolean,
): readonly Mark[] => {
  const next: Mark[] = [];
  for (const { kind, signOf } of AGGRAVATING) {
    if (!raisedBy.includes(kind)) continue;
    const before = marks.find((mark) => mark.figure.kind === kind);
    const seen = signOf(crowd);
    const { figure, signal } = seen.signal === 'off' && partlyLost ? unknownSign : seen;
    if (signal === 'off' || (before === undefined && signal !== 'on')) continue;
    const known = figure ?? before?.figure;
    if (known !== undefined) next.push({ figure: known, isKnown: signal !== 'unknown' });
  }
  return next.length === 0 ? noMarks : next;
};

/** Persons/m² from which a band begins while a mark lasts; undefined where that is not below its own. */
export const loweredLimit = (
  { figure }: Mark,
  band: AlertBand,
  kind: CrowdSeen['kind'],
  bands: AlertBands,
): number | undefined => {
  const limit = BY_KIND[figure.kind].limitOf(band, kind, bands);
  return limit !== undefined && limit < bands[band] ? limit : undefined;
};
