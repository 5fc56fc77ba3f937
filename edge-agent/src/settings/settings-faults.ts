import { type Fault, LIMITS, type VenueDefinition } from '@throng/contract';
import { sourceFault } from '../feed/source-address.js';
import { maskFaults } from '../masks/mask-faults.js';
import { brokerFaults } from './broker-settings.js';
import { viewOf } from './configured-view.js';
import type { CameraSettings, EdgeSettings } from './edge-settings.js';
import { fleetFaults } from './fleet-settings.js';
import { localAlarmFaults } from './local-alarm-settings.js';

const quoted = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none' : ids.map((id) => `"${id}"`).join(', ');

/** What a schema cannot say of the settings: every broken rule with its path and remedy. */
export const settingsFaults = (settings: EdgeSettings, venue: VenueDefinition): Fault[] => [
  ...passwordFaults('/broker', settings.broker),
  ...brokerFaults(settings.broker),
  ...localAlarmFaults(settings.localAlarm),
  ...fleetFaults(settings.fleet),
  ...settings.cameras.flatMap((camera, index) => {
    const path = `/cameras/${index}`;
    const own = [
      ...identityFaults(path, camera, settings, venue),
      ...(settings.cameras.findIndex(({ id }) => id === camera.id) < index
        ? [{ path: `${path}/id`, message: `"${camera.id}" is used twice; ids must differ` }]
        : []),
      ...passwordFaults(path, camera),
      ...maskFaults(path, camera),
    ];
    const source = sourceFault(camera.source);
    if (source !== undefined) own.push({ path: `${path}/source`, message: source });
    return [...own, ...viewFaults(path, camera, settings, venue)];
  }),
];

const identityFaults = (
  path: string,
  { id }: CameraSettings,
  { edge }: EdgeSettings,
  venue: VenueDefinition,
): Fault[] => {
  const defined = venue.cameras.find((camera) => camera.id === id);
  if (defined === undefined) {
    const own = venue.cameras.filter((camera) => camera.edge === edge).map((camera) => camera.id);
    const message = `the venue has no such camera; its cameras of edge "${edge}" are ${quoted(own)}`;
    return [{ path: `${path}/id`, message }];
  }
  if (defined.edge === edge) return [];
  const message = `belongs to edge "${defined.edge}" in the venue, this is "${edge}"; change one of them`;
  return [{ path: `${path}/id`, message }];
};

const passwordFaults = (
  path: string,
  { password, passwordFile }: { password?: string; passwordFile?: string },
): Fault[] =>
  password !== undefined && passwordFile !== undefined
    ? [{ path: `${path}/passwordFile`, message: 'give either password or passwordFile, not both' }]
    : [];

const viewFaults = (
  path: string,
  camera: CameraSettings,
  settings: EdgeSettings,
  venue: VenueDefinition,
): Fault[] => {
  const view = viewOf(camera, { settings, venue });
  // A camera that the venue lacks has its own fault, with the names it could have meant.
  if (!view.ok && view.code === 'no-camera') return [];
  if (!view.ok) {
    const field = view.code === 'all-masked' ? 'masks' : 'calibration';
    return [{ path: `${path}/${field}`, message: view.message }];
  }
  const { cellSize, columns, rows } = view.value.grid;
  if (columns * rows <= LIMITS.cellsPerWindow) return [];
  const enough = Math.ceil(cellSize * Math.sqrt((columns * rows) / LIMITS.cellsPerWindow) + 0.5);
  const message = `"${camera.id}" sees ${columns} × ${rows} cells, at most ${LIMITS.cellsPerWindow} fit a window; use cells of ${enough} m, or a smaller area in the venue`;
  return [{ path: '/window/cellSize', message }];
};
