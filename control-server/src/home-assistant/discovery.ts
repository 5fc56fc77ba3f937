import { formatTopic, type VenueDefinition } from '@throng/contract';

/** A message that the broker keeps: the empty text takes it back. */
export interface Kept {
  readonly topic: string;
  readonly text: string;
}

type Zone = Pick<VenueDefinition['zones'][number], 'id' | 'name'>;

/** Where states lie: under the same prefix, so that one access rule lets the server write both. */
const stateTopic = (prefix: string, venue: string, thing: string): string =>
  `${prefix}/throng/${venue}/${thing}/state`;

export const zoneTopic = (prefix: string, venue: string, zone: string): string =>
  stateTopic(prefix, venue, `zone/${zone}`);
export const venueTopic = (prefix: string, venue: string): string =>
  stateTopic(prefix, venue, 'venue');

const configTopic = (prefix: string, id: string): string => `${prefix}/device/${id}/config`;
const idOf = (venue: string, part: string): string => `throng_${venue}_${part}`;
const read = (field: string): string => `{{ value_json.${field} }}`;

/** What every device tells: who made it, and whether the server is there (its Last Will, SPEC T6). */
const shared = (venue: string, release: string) => ({
  origin: { name: 'Throng', sw_version: release },
  availability: [
    {
      topic: formatTopic({ channel: 'server', venue }),
      payload_available: 'online',
      payload_not_available: 'offline',
    },
  ],
  qos: 1,
});

/** JSON null comes out of a template as `None`, by which Home Assistant knows what is unknown. */
const binary = (field: string) => ({
  platform: 'binary_sensor',
  device_class: 'problem',
  value_template: read(field),
  payload_on: 'on',
  payload_off: 'off',
});

const zoneComponents = (id: string) => ({
  [`${id}_occupancy`]: {
    platform: 'sensor',
    name: 'Occupancy',
    unique_id: `${id}_occupancy`,
    unit_of_measurement: 'persons',
    state_class: 'measurement',
    suggested_display_precision: 0,
    icon: 'mdi:account-group',
    value_template: read('occupancy'),
  },
  [`${id}_density`]: {
    platform: 'sensor',
    name: 'Density',
    unique_id: `${id}_density`,
    unit_of_measurement: 'persons/m²',
    state_class: 'measurement',
    suggested_display_precision: 1,
    icon: 'mdi:account-group',
    value_template: read('density'),
  },
  [`${id}_level_of_service`]: {
    platform: 'sensor',
    name: 'Level of service',
    unique_id: `${id}_level_of_service`,
    device_class: 'enum',
    options: ['A', 'B', 'C', 'D', 'E', 'F'],
    value_template: read('level_of_service'),
  },
  [`${id}_alert`]: { ...binary('alert'), name: 'Alert', unique_id: `${id}_alert` },
});

/**
 * Announces each zone as a device, and the venue as one with its cameras, by Home Assistant's device
 * discovery. Source: home-assistant.io/integrations/mqtt (device discovery payload).
 */
export const discovery = (prefix: string, venue: VenueDefinition, release: string): Kept[] => {
  const whole = idOf(venue.id, 'venue');
  const device = (id: string, name: string) => ({
    device: {
      ...{ identifiers: [id], name, manufacturer: 'Throng', sw_version: release },
      ...(id === whole ? {} : { via_device: whole }),
    },
    ...shared(venue.id, release),
  });
  const cameras = venue.cameras.map(({ id, name }) => {
    const own = idOf(venue.id, `camera_${id}`);
    return [own, { ...binary(`cameras['${id}']`), name, unique_id: own }] as const;
  });
  const alert = { ...binary('alert'), name: 'Alert', unique_id: `${whole}_alert` };
  const venueConfig = {
    ...device(whole, venue.name),
    state_topic: venueTopic(prefix, venue.id),
    components: { [`${whole}_alert`]: alert, ...Object.fromEntries(cameras) },
  };
  return [
    { topic: configTopic(prefix, whole), text: JSON.stringify(venueConfig) },
    ...venue.zones.map(({ id: zone, name }) => {
      const id = idOf(venue.id, `zone_${zone}`);
      const state_topic = zoneTopic(prefix, venue.id, zone);
      const config = { ...device(id, name), state_topic, components: zoneComponents(id) };
      return { topic: configTopic(prefix, id), text: JSON.stringify(config) };
    }),
  ];
};

/** Takes back what was announced of zones that are not there any more. */
export const withdrawal = (prefix: string, venue: string, gone: readonly Zone['id'][]): Kept[] =>
  gone.flatMap((zone) => [
    { topic: configTopic(prefix, idOf(venue, `zone_${zone}`)), text: '' },
    { topic: zoneTopic(prefix, venue, zone), text: '' },
  ]);
