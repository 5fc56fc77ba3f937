import type { Aggravation } from '@throng/contract';
import type { AlertBands } from '@throng/crowd';
import type { AlertBand } from '../alert-band.js';
import { type Aggravating, type CrowdSeen, unknownSign } from './aggravating.js';
import { compression } from './compression.js';
import { counterflow } from './counterflow.js';
import { slowedOutflow } from './slowed-outflow.js';
import { stopAndGo } from './stop-and-go.js';

const AGGRAVATING: readonly Aggravating[] = [stopAndGo, slowedOutflow, counterflow, compression];

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
  const next = AGGRAVATING.flatMap(({ kind, signOf }): Mark[] => {
    if (!raisedBy.includes(kind)) return [];
    const before = marks.find((mark) => mark.figure.kind === kind);
    const seen = signOf(crowd);
    const { figure, signal } = seen.signal === 'off' && partlyLost ? unknownSign : seen;
    if (signal === 'off' || (before === undefined && signal !== 'on')) return [];
    const known = figure ?? before?.figure;
    return known === undefined ? [] : [{ figure: known, isKnown: signal !== 'unknown' }];
  });
  return next.length === 0 ? noMarks : next;
};

/** Persons/m² from which a band begins while a mark lasts; undefined where that is not below its own. */
export const loweredLimit = (
  { figure }: Mark,
  band: AlertBand,
  kind: CrowdSeen['kind'],
  bands: AlertBands,
): number | undefined => {
  const rule = AGGRAVATING.find((each) => each.kind === figure.kind);
  const limit = rule?.limitOf(band, kind, bands);
  return limit !== undefined && limit < bands[band] ? limit : undefined;
};
