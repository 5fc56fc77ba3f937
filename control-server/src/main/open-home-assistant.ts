import { parseVenue } from '@throng/contract';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { version } from '../adapters/version.js';
import type { MessageSource } from '../broker/message-source.js';
import { HomeAnnouncer } from '../home-assistant/announcer.js';
import type { VersionStore } from '../venue-versions/version-store.js';
import type { ClosingStack } from './closing-stack.js';
import type { World } from './running-server.js';
import type { VenueLine } from './venue-line.js';

const STEP_MS = 1_000;

/** Zones of every version of the venue that was ever saved: what the broker may still announce. */
const everKnown = (versions: Pick<VersionStore, 'list' | 'read'>): string[] => {
  const heads = versions.list();
  if (!heads.ok) return [];
  return heads.value.flatMap(({ version: number }) => {
    const read = versions.read(number);
    const venue = read.ok ? parseVenue(read.value?.venue) : undefined;
    return venue?.ok ? venue.value.zones.map(({ id }) => id) : [];
  });
};

/** Announces the venue to Home Assistant, where the settings ask for it. */
export const openHomeAssistant = (
  { server: { homeAssistant } }: Pick<LoadedVenueFile, 'server'>,
  { clock, timer }: Pick<World, 'clock' | 'timer'>,
  line: Pick<VenueLine, 'plan' | 'state'>,
  source: Pick<MessageSource, 'retain'>,
  versions: Pick<VersionStore, 'list' | 'read'>,
  opened: ClosingStack,
): void => {
  if (homeAssistant === undefined) return;
  const announcer = new HomeAnnouncer({
    ...{ prefix: homeAssistant.prefix, release: version, clock },
    retain: (topic, text) => source.retain(topic, new TextEncoder().encode(text)),
    former: everKnown(versions),
  });
  opened.add(timer.every(STEP_MS, () => announcer.step(line.plan, line.state)));
};
