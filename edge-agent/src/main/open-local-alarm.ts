import type { VenueDefinition } from '@throng/contract';
import { defaultAlertBands } from '@throng/crowd';
import { webhookChannel } from '../adapters/alarm/post-webhook.js';
import { commandChannel } from '../adapters/alarm/run-command.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { systemClock } from '../adapters/system-clock.js';
import type { AlarmChannel } from '../local-alarm/alarm-notice.js';
import { LocalAlarm } from '../local-alarm/local-alarm.js';
import type { Log } from '../ports/log.js';
import type { WindowPublisher } from '../ports/window-publisher.js';
import type { LocalAlarmSettings } from '../settings/local-alarm-settings.js';

/** The ways to warn that the settings name. */
export const alarmChannels = (settings: LocalAlarmSettings): AlarmChannel[] => {
  const { allowPublicWebhook: allowPublic, command, webhook: url } = settings;
  return [
    ...(command === undefined ? [] : [commandChannel(command)]),
    ...(url === undefined ? [] : [webhookChannel({ url, allowPublic, clock: systemClock })]),
  ];
};

/** Persons/m² at which each zone of a venue is critical. */
export const criticalDensities = ({ zones }: VenueDefinition): ReadonlyMap<string, number> =>
  new Map(
    zones.map(({ bands, id, kind }) => [id, (bands ?? defaultAlertBands(kind)).critical] as const),
  );

/** The local alarm of the settings; undefined where none is wanted. */
export const openLocalAlarm = (
  { settings: { edge, localAlarm }, venue }: LoadedSettings,
  publisher: Pick<WindowPublisher, 'serverAwayFor'>,
  log: Log,
): LocalAlarm | undefined =>
  localAlarm === undefined
    ? undefined
    : new LocalAlarm({
        ...{ edge, log, venue: venue.id, settings: localAlarm, clock: systemClock },
        criticalDensity: criticalDensities(venue),
        serverAwayFor: () => publisher.serverAwayFor(),
        channels: alarmChannels(localAlarm),
      });
