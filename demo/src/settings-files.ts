import { type CalendarDefinition, emptyCalendar, type VenueDefinition } from '@throng/contract';
import { stringify } from 'yaml';

/** The ports this run found free. */
export interface Ports {
  readonly page: number;
  readonly broker: number;
}

/** How long a density must stand, or be gone, before an alert changes, seconds. */
export interface AlertDelays {
  readonly onDelaySeconds: number;
  readonly emergencyOnDelaySeconds: number;
  readonly offDelaySeconds: number;
}

/** What the server of a show does otherwise than by default. */
export interface ServerChanges {
  /** `raisedBy`: how people move that raises an alert; the server's own list where it is not given. */
  readonly alerts?: AlertDelays & { readonly raisedBy?: readonly string[] };
  readonly forecast?: { readonly enabled: boolean };
}

/** `venue.yml` as the server reads it; files it names lie beside it. */
export const venueFile = (
  venue: VenueDefinition,
  { page, broker }: Ports,
  folder: string,
  changes: ServerChanges = {},
  calendar: CalendarDefinition = emptyCalendar,
): string =>
  stringify({
    venue,
    calendar,
    server: {
      listen: { port: page },
      // Nobody but this machine can connect to it, and nobody wants to log in to a show.
      access: { mode: 'open' },
      broker: { embedded: { port: broker } },
      store: { file: `${folder}/throng.db` },
      ...changes,
      logLevel: 'warn',
    },
  });

/** Ground marks of one camera, as an agent's settings hold them. */
export interface CalibrationMarks {
  readonly imageSize: readonly [number, number];
  readonly pairs: readonly {
    readonly pixel: readonly [number, number];
    readonly ground: readonly [number, number];
  }[];
  readonly cameraPosition?: readonly [number, number, number];
}

export interface EdgeCamera {
  readonly id: string;
  readonly source: string;
  readonly framesPerSecond: number;
  readonly loop?: boolean;
  readonly width: number;
  readonly calibration: CalibrationMarks;
}

/** `edge.yml` as an agent reads it. */
export const edgeFile = (
  edge: string,
  cameras: readonly EdgeCamera[],
  { broker }: Ports,
  cellSize = 1,
): string =>
  stringify({
    edge,
    venue: 'venue.yml',
    broker: { url: `mqtt://127.0.0.1:${broker}` },
    window: { cellSize },
    cameras,
  });
