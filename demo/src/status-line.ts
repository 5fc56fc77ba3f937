import type { Alert } from '@throng/contract';
import colours from 'picocolors';
import type { LiveView } from './live-view.js';

/** What the simulator knows and no camera tells. */
export interface Truth {
  /** Time of day in the simulated evening, "19:42:05". */
  readonly clock: string;
  /** Persons on ground that a camera answers for. */
  readonly onCamera: number;
}

/** Persons counted over all zones that are known; undefined until one is. */
export const counted = (view: LiveView): number | undefined => {
  const known = [...view.zones.values()].flatMap(({ reading }) => reading ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, { persons }) => sum + persons, 0);
};

const active = (view: LiveView): Alert[] =>
  [...view.alerts.values()].filter((alert) => alert.state === 'active');

/** One line for the terminal: simulated time, truth beside count, and what is wrong. */
export const statusLine = (view: LiveView, truth?: Truth): string => {
  const persons = counted(view);
  const count = persons === undefined ? 'nothing counted yet' : `${Math.round(persons)} counted`;
  const alerts = active(view).map(alertText);
  return [
    ...(truth === undefined ? [] : [colours.dim(truth.clock), `${truth.onCamera} in view`]),
    count,
    alerts.length === 0 ? colours.dim('no alerts') : alerts.join(', '),
  ].join('  ');
};

const PAINT = {
  watch: colours.cyan,
  warning: colours.yellow,
  critical: colours.red,
  emergency: (text: string) => colours.inverse(colours.red(text)),
};

/** An alert in a few words, in the colour of its priority. */
export const alertText = ({ priority, reason }: Alert): string => {
  const paint = PAINT[priority];
  switch (reason.kind) {
    case 'density':
      return paint(`${priority}: ${reason.zone} ${reason.density.toFixed(1)} /m²`);
    case 'camera-lost':
      return paint(`${priority}: camera ${reason.camera} lost (${reason.because})`);
    case 'duplicate-edge':
      return paint(`${priority}: two agents call themselves ${reason.edge}`);
    case 'store-failing':
      return paint(`${priority}: the store fails (${reason.code})`);
  }
};
