/** Who is asked about: boxes by the name of their certificate, the server, and Home Assistant. */
export type Asker = 'box-1' | 'box-2' | 'server' | 'home-assistant';

export interface AccessCase {
  readonly who: Asker;
  readonly does: 'publish' | 'receive';
  readonly topic: string;
  readonly allowed: boolean;
}

const VENUE = 'throng/v1/hall';

const may = (who: Asker, does: AccessCase['does'], ...topics: string[]): AccessCase[] =>
  topics.map((topic) => ({ who, does, topic, allowed: true }));
const mayNot = (who: Asker, does: AccessCase['does'], ...topics: string[]): AccessCase[] =>
  topics.map((topic) => ({ who, does, topic, allowed: false }));

/** What the access rules of every broker must come to, whatever language they are written in. */
export const BROKER_ACCESS: readonly AccessCase[] = [
  ...may(
    'box-1',
    'publish',
    `${VENUE}/box-1/status`,
    `${VENUE}/box-1/health`,
    `${VENUE}/box-1/data/foyer-1/window`,
    `${VENUE}/box-1/fleet/reported`,
  ),
  ...mayNot(
    'box-1',
    'publish',
    `${VENUE}/box-2/status`,
    `${VENUE}/box-2/health`,
    `${VENUE}/box-2/data/foyer-2/window`,
    `${VENUE}/box-2/fleet/reported`,
    `${VENUE}/box-1/fleet/desired`,
    `${VENUE}/box-2/fleet/desired`,
    `${VENUE}/server/status`,
    `${VENUE}/box-1/anything`,
    'homeassistant/sensor/hall/config',
    'elsewhere',
  ),
  ...may('box-1', 'receive', `${VENUE}/box-1/fleet/desired`, `${VENUE}/server/status`),
  ...mayNot(
    'box-1',
    'receive',
    `${VENUE}/box-2/fleet/desired`,
    `${VENUE}/box-2/status`,
    `${VENUE}/box-2/health`,
    `${VENUE}/box-2/data/foyer-2/window`,
    `${VENUE}/box-2/fleet/reported`,
    'homeassistant/status',
  ),
  ...may(
    'server',
    'publish',
    `${VENUE}/server/status`,
    `${VENUE}/box-1/fleet/desired`,
    'homeassistant/sensor/hall/config',
  ),
  ...mayNot(
    'server',
    'publish',
    `${VENUE}/box-1/status`,
    `${VENUE}/box-1/data/foyer-1/window`,
    `${VENUE}/box-1/fleet/reported`,
  ),
  ...may(
    'server',
    'receive',
    `${VENUE}/box-1/status`,
    `${VENUE}/box-2/data/foyer-2/window`,
    `${VENUE}/box-2/fleet/reported`,
    'homeassistant/status',
  ),
  ...may('home-assistant', 'receive', `${VENUE}/server/status`, 'homeassistant/sensor/hall/config'),
  ...mayNot('home-assistant', 'receive', `${VENUE}/box-1/data/foyer-1/window`),
  ...mayNot('home-assistant', 'publish', `${VENUE}/server/status`),
];
