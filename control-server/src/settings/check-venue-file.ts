import {
  type Checked,
  emptyCalendar,
  type Fault,
  type FaultCause,
  faultsUnder,
  isTree,
  parseCalendar,
  parseVenue,
  shapeOf,
  withEnvironment,
} from '@throng/contract';
import { Default } from 'typebox/value';
import { accessFaults, groupZoneFaults } from '../access/access-faults.js';
import {
  unknownPhase,
  venueLimitFaults,
  zonePhaseFaults,
} from '../limits-in-force/limit-faults.js';
import { clusterFaults } from './cluster-settings.js';
import { enrolmentFaults } from './enrolment-settings.js';
import { notificationFaults } from './notification-settings.js';
import { reportFaults } from './report-settings.js';
import { ServerSettings, type VenueFile } from './server-settings.js';

/**
 * The file's content with the environment laid over it and the defaults put under it: what the
 * checks look at, and what faults show the values of.
 */
export const completeVenueFile = (
  content: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): unknown => {
  if (!isTree(content)) return content;
  const server = withEnvironment(ServerSettings, content.server ?? {}, environment);
  return {
    ...content,
    calendar: content.calendar ?? emptyCalendar,
    server: Default(ServerSettings, structuredClone(server)),
  };
};

const settingsShape = shapeOf(ServerSettings);

/** Checks a completed file: every fault of the venue and of the settings at once. */
export const checkVenueFile = (completed: unknown): Checked<VenueFile> => {
  if (!isTree(completed) || completed.venue === undefined) {
    const message = 'must be a mapping with "venue:" and, if wanted, "calendar:" and "server:"';
    const cause: FaultCause = { code: 'missing-fields', names: ['venue'] };
    return { ok: false, faults: [{ path: '', message, cause }] };
  }
  const { venue: venueTree, calendar: calendarTree, server: serverTree, ...others } = completed;
  const venue = parseVenue(venueTree);
  const calendar = parseCalendar(calendarTree);
  const server = settingsShape(serverTree);
  const settingsFaults = server.ok ? serverFaults(server.value) : server.faults;
  const faults = [
    ...Object.keys(others).map((key) => ({ path: `/${key}`, message: 'unknown field; remove it' })),
    ...(venue.ok ? [] : faultsUnder('/venue', venue.faults)),
    ...(calendar.ok ? [] : faultsUnder('/calendar', calendar.faults)),
    ...faultsUnder('/server', settingsFaults),
    ...(venue.ok && calendar.ok
      ? faultsUnder('/venue', zonePhaseFaults(venue.value, calendar.value))
      : []),
    ...(server.ok && calendar.ok
      ? faultsUnder(
          '/server/alerts',
          unknownPhase(calendar.value, '/bandsByPhase', server.value.alerts.bandsByPhase),
        )
      : []),
    ...(server.ok && venue.ok
      ? faultsUnder('/server', groupZoneFaults(server.value.access, venue.value))
      : []),
    ...(server.ok
      ? faultsUnder(
          '/server/notifications',
          notificationFaults(
            server.value.notifications,
            venue.ok ? venue.value : undefined,
            calendar.ok ? calendar.value : undefined,
          ),
        )
      : []),
    ...(server.ok
      ? reportFaults(server.value.report, venue.ok ? venue.value : undefined, server.value.alerts)
      : []),
  ];
  if (!venue.ok || !calendar.ok || !server.ok || faults.length > 0) return { ok: false, faults };
  const file = { venue: venue.value, calendar: calendar.value, server: server.value };
  return { ok: true, value: deepFreeze(file) };
};

const serverFaults = (server: ServerSettings) => {
  const { access, alerts, broker, listen, lateAfterSeconds, staleAfterSeconds } = server;
  const faults: Fault[] = [
    ...enrolmentFaults(server),
    ...clusterFaults(server),
    ...faultsUnder('/alerts', venueLimitFaults(alerts)),
    ...accessFaults(access, listen.host),
  ];
  if (broker.password !== undefined && broker.passwordFile !== undefined) {
    const message = 'given beside passwordFile; keep one of them';
    faults.push({ path: '/broker/password', message });
  }
  if ((broker.certFile === undefined) !== (broker.keyFile === undefined)) {
    const missing = broker.certFile === undefined ? 'certFile' : 'keyFile';
    const message = 'is missing; a certificate and its key go together';
    faults.push({ path: `/broker/${missing}`, message });
  }
  if (broker.url === undefined && listen.port !== 0 && listen.port === broker.embedded.port) {
    const message = `is also listen.port; the page and the broker need a port each`;
    faults.push({ path: '/broker/embedded/port', message });
  }
  if (lateAfterSeconds > staleAfterSeconds) {
    const message = `must not exceed staleAfterSeconds (${staleAfterSeconds}): a window cannot be live on arrival and stale at once`;
    faults.push({ path: '/lateAfterSeconds', message });
  }
  return faults;
};

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const child of Object.values(value)) deepFreeze(child);
    Object.freeze(value);
  }
  return value;
};
