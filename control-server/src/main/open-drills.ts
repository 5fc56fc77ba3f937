import { Sights } from '../access/sights.js';
import { liveDoor } from '../adapters/http/live-pass.js';
import type { DrillChannel } from '../adapters/live/live-channel.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { ClosingStack } from './closing-stack.js';
import { DrillDesk, type DrillDeskParts } from './drill-desk.js';

/** Who is let in to the lane of a drill is asked as for the real one, by the drill's own venue. */
type Doorkeeper = Omit<Parameters<typeof liveDoor>[0], 'sights'>;

export interface OpenedDrills {
  readonly drillDesk: DrillDesk;
  readonly drillChannel: DrillChannel;
}

/** A drill is a second line beside the real one; nothing of it comes back. */
export const openDrills = (
  parts: DrillDeskParts,
  access: Doorkeeper,
  opened: ClosingStack,
): OpenedDrills => {
  const drillDesk = new DrillDesk(parts);
  opened.add(() => drillDesk.close());
  const plan = (): VenuePlan => drillDesk.line?.plan ?? parts.plan();
  const drillChannel = {
    hub: () => drillDesk.hub,
    venue: () => plan().venue,
    door: liveDoor({ ...access, sights: new Sights(plan) }),
  };
  return { drillDesk, drillChannel };
};
