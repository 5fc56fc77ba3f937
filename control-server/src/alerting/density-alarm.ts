import { type AlertBands, advanceLatch, type Latch, latchOff, latchOn } from '@throng/crowd';
import { advanceMarks, forgottenMarks, type Mark, noMarks } from './aggravation/marks.js';
import { ALERT_BANDS, type AlertBand, onDelay, releaseDensity } from './alert-band.js';
import type { AlertRules } from './alert-rules.js';
import { bandSignal, type CrowdObservation } from './band-signal.js';

/** One zone's alarm: a latch per band. Its priority is the highest band that is on. */
export interface DensityAlarm {
  readonly latches: Readonly<Record<AlertBand, Latch>>;
  /** What makes the density worse than its number says. */
  readonly marks: readonly Mark[];
  /** Capture time of the newest observation, epoch ms. */
  readonly at: number;
}

export const quietAlarm: DensityAlarm = {
  latches: { warning: latchOff, critical: latchOff, emergency: latchOff },
  marks: noMarks,
  at: Number.NEGATIVE_INFINITY,
};

/** The alarm of an alert that was active when the server stopped: its band is on, and all below. */
export const alarmAt = (band: AlertBand, marks: readonly Mark[] = noMarks): DensityAlarm => ({
  ...quietAlarm,
  latches: {
    warning: latchOn,
    critical: band === 'warning' ? latchOff : latchOn,
    emergency: band === 'emergency' ? latchOn : latchOff,
  },
  marks,
});

export const alarmBand = ({ latches }: DensityAlarm): AlertBand | null => {
  for (let place = ALERT_BANDS.length - 1; place >= 0; place -= 1) {
    const band = ALERT_BANDS[place];
    if (band !== undefined && latches[band].on) return band;
  }
  return null;
};

/**
 * The alarm after one observation, by the limits in force now. A capture time already judged
 * changes nothing.
 */
export const advanceAlarm = (
  alarm: DensityAlarm,
  observation: CrowdObservation,
  bands: AlertBands,
  rules: AlertRules,
): DensityAlarm => {
  const { at } = observation;
  const isKnown = observation.crowd !== null;
  if (isKnown && at <= alarm.at) return alarm;
  const marks = marksAfter(alarm.marks, observation, bands, rules);
  const latches = latchesAfter(alarm.latches, observation, marks, bands, rules);
  return { latches, marks, at: isKnown ? at : alarm.at };
};

/** The latches after an observation; the same object where none of them has moved. */
const latchesAfter = (
  latches: DensityAlarm['latches'],
  observation: CrowdObservation,
  marks: readonly Mark[],
  bands: AlertBands,
  rules: AlertRules,
): DensityAlarm['latches'] => {
  const advance = (band: AlertBand): Latch => {
    const signal = bandSignal(band, observation, marks, bands, rules);
    const delays = { onSeconds: onDelay(band, rules), offSeconds: rules.offDelaySeconds };
    return advanceLatch(latches[band], signal, observation.at, delays);
  };
  const emergency = advance('emergency');
  const critical = heldBy(emergency, advance('critical'));
  const warning = heldBy(critical, advance('warning'));
  const isSame =
    warning === latches.warning && critical === latches.critical && emergency === latches.emergency;
  return isSame ? latches : { warning, critical, emergency };
};

/**
 * A band that is on holds those below it on, though its own delay is the shorter: else an alert
 * would clear, and be raised in a lower band seconds later.
 */
const heldBy = (above: Latch, latch: Latch): Latch =>
  above.on && !latch.on ? { ...above, pendingSince: undefined } : latch;

/** Where a zone is not even at its watch limit, there is nothing to aggravate. */
const marksAfter = (
  marks: readonly Mark[],
  { crowd, partlyLost }: CrowdObservation,
  bands: AlertBands,
  rules: AlertRules,
): readonly Mark[] => {
  if (crowd === null) return forgottenMarks(marks);
  if (crowd.density < releaseDensity(bands.watch, rules)) {
    return partlyLost ? forgottenMarks(marks) : noMarks;
  }
  return advanceMarks(marks, crowd, rules.raisedBy, partlyLost);
};
