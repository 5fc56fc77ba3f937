import type { Alert } from '@throng/contract';
import { latchOn } from '@throng/crowd';
import { ALERT_BANDS } from '../alerting/alert-band.js';
import { type AlertBook, clearing, emptyBook, type Transition } from '../alerting/alert-book.js';
import { cameraSubject } from '../alerting/camera-alert.js';
import { alarmAt } from '../alerting/density-alarm.js';
import { densitySubject } from '../alerting/density-alert.js';
import { edgeSubject } from '../alerting/edge-alert.js';
import { restoredForecast } from '../alerting/forecast-alarm.js';
import { forecastSubject } from '../alerting/forecast-alert.js';
import { STORE_SUBJECT } from '../alerting/store-alert.js';
import { restoreIncidents } from '../incidents/restore-incidents.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';

/**
 * Takes up the alerts that were active when the server stopped: they stay active until what
 * cleared them is measured, not because nobody was looking. An alert whose zone, camera or edge the
 * venue no longer has is cleared.
 */
export const restoreAlerts = (
  plan: VenuePlan,
  state: ProcessingState,
  alerts: readonly Alert[],
  now: number,
): Outcome => {
  const gone: Transition[] = [];
  const active = new Map<string, Alert>();
  let restored = state;
  for (const alert of alerts) {
    const next = restore(plan, restored, alert, now);
    if (next === undefined) {
      gone.push(clearing(alert, now));
    } else {
      restored = next.state;
      active.set(next.subject, alert);
    }
  }
  const book: AlertBook = { ...emptyBook, active };
  const incidents = restoreIncidents([...active.values()]);
  const taken = { ...restored, incidents, alerts: book };
  return { state: taken, rows: { transitions: gone }, transitions: gone };
};

/** The state in which the alert stands, or undefined when its subject is gone. */
const restore = (
  plan: VenuePlan,
  state: ProcessingState,
  { reason, priority }: Alert,
  now: number,
): { readonly state: ProcessingState; readonly subject: string } | undefined => {
  switch (reason.kind) {
    case 'density': {
      const zone = plan.zoneIndex.get(reason.zone);
      const band = ALERT_BANDS.find((each) => each === priority);
      if (zone === undefined || band === undefined) return undefined;
      const marks = (reason.aggravations ?? []).map((figure) => ({ figure, isKnown: false }));
      const densityAlarms = state.densityAlarms.with(zone, alarmAt(band, marks));
      return { state: { ...state, densityAlarms }, subject: densitySubject(reason.zone) };
    }
    case 'forecast': {
      const { density, passing } = reason;
      const zone = plan.zoneIndex.get(reason.zone);
      if (zone === undefined) return undefined;
      const forecasts = state.forecasts.with(zone, restoredForecast({ density, passing }, now));
      return { state: { ...state, forecasts }, subject: forecastSubject(reason.zone) };
    }
    case 'camera-lost': {
      const camera = plan.cameraIndex.get(reason.camera);
      if (camera === undefined) return undefined;
      const cameraLatches = state.cameraLatches.with(camera, latchOn);
      return { state: { ...state, cameraLatches }, subject: cameraSubject(reason.camera) };
    }
    case 'duplicate-edge':
      return plan.edgeIndex.has(reason.edge)
        ? { state, subject: edgeSubject(reason.edge) }
        : undefined;
    case 'store-failing':
      return {
        state: { ...state, store: { ...state.store, latch: latchOn } },
        subject: STORE_SUBJECT,
      };
  }
};
