import type { Alert, VenueDefinition, ZoneState } from '@throng/contract';
import colours from 'picocolors';
import type { LiveView } from './live-view.js';

/** What the simulator knows and no camera tells. */
export interface Truth {
  /** Time since the doors opened, "0:42:05". */
  readonly clock: string;
  /** Persons on ground that a camera answers for. */
  readonly onCamera: number;
  /** Persons in each zone. */
  readonly zones: Readonly<Record<string, number>>;
}

/** Persons counted over all zones that are known; undefined until one is. */
export const counted = (view: LiveView): number | undefined => {
  const known = [...view.zones.values()].flatMap(({ reading }) => reading ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, { persons }) => sum + persons, 0);
};

const densest = (view: LiveView): ZoneState | undefined =>
  [...view.zones.values()].reduce<ZoneState | undefined>(
    (most, zone) => ((zone.reading?.density ?? 0) > (most?.reading?.density ?? 0) ? zone : most),
    undefined,
  );

const active = (view: LiveView): Alert[] =>
  [...view.alerts.values()].filter((alert) => alert.state === 'active');

/** One line for the terminal: the evening's time, truth beside count, the densest zone, what is wrong. */
export const statusLine = (venue: VenueDefinition, view: LiveView, truth?: Truth): string => {
  const persons = counted(view);
  const most = densest(view);
  const parts = [persons === undefined ? 'nothing counted yet' : `${Math.round(persons)} counted`];
  if (truth !== undefined) parts.unshift(colours.dim(truth.clock), `${truth.onCamera} in view`);
  if (most?.reading) {
    const real = truth?.zones[most.zone];
    const beside = real === undefined ? '' : ` of ${real}`;
    const { persons, density } = most.reading;
    parts.push(
      `${nameOf(venue, most.zone)} ${Math.round(persons)}${beside}, ${density.toFixed(1)} /m²`,
    );
  }
  const alerts = active(view).map((alert) => alertText(venue, alert));
  return [...parts, alerts.length === 0 ? colours.dim('no alerts') : alerts.join(', ')].join('  ');
};

const nameOf = ({ zones, cameras }: VenueDefinition, id: string): string =>
  [...zones, ...cameras].find((thing) => thing.id === id)?.name ?? id;

const PAINT = {
  watch: colours.cyan,
  warning: colours.yellow,
  critical: colours.red,
  emergency: (text: string) => colours.inverse(colours.red(text)),
};

/** An alert in a few words, in the colour of its priority. */
export const alertText = (venue: VenueDefinition, { priority, reason }: Alert): string => {
  const paint = PAINT[priority];
  switch (reason.kind) {
    case 'density':
      return paint(`${priority}: ${nameOf(venue, reason.zone)} ${reason.density.toFixed(1)} /m²`);
    case 'forecast': {
      const { limit, probability } = reason.passing;
      const soon = `${Math.round(probability * 100)} % to pass ${limit.toFixed(1)} /m² soon`;
      return paint(`${priority}: ${nameOf(venue, reason.zone)} ${soon}`);
    }
    case 'camera-lost':
      return paint(`${priority}: camera ${nameOf(venue, reason.camera)} lost (${reason.because})`);
    case 'duplicate-edge':
      return paint(`${priority}: two agents call themselves ${reason.edge}`);
    case 'store-failing':
      return paint(`${priority}: the store fails (${reason.code})`);
  }
};
