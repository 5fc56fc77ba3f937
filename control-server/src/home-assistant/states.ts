import type { Alert } from '@throng/contract';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { type Kept, venueTopic, zoneTopic } from './discovery.js';

const rounded = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(2));

const zoneOf = ({ reason }: Alert): string | undefined =>
  reason.kind === 'density' || reason.kind === 'forecast' ? reason.zone : undefined;

const onOff = (isOn: boolean): 'on' | 'off' => (isOn ? 'on' : 'off');

/**
 * How the venue stands, for Home Assistant: whole persons, tenths of persons/m². A zone that is not
 * known is null, never 0, and so is whether it has an alert, unless one stands.
 */
export const homeStates = (
  prefix: string,
  plan: VenuePlan,
  state: Pick<ProcessingState, 'zones' | 'alerts' | 'conditions'>,
): Kept[] => {
  const { venue } = plan;
  const active = [...state.alerts.active.values()];
  const alarmed = new Set(active.flatMap((alert) => zoneOf(alert) ?? []));
  const zones = state.zones.map(({ reading, zone }) => {
    const hasAlert = alarmed.has(zone);
    const told = {
      occupancy: reading === null ? null : Math.round(reading.persons),
      density: reading === null ? null : rounded(reading.density, 0.1),
      level_of_service: reading?.levelOfService ?? null,
      alert: reading === null && !hasAlert ? null : onOff(hasAlert),
    };
    return { topic: zoneTopic(prefix, venue.id, zone), text: JSON.stringify(told) };
  });
  const cameras = plan.cameras.map(({ definition }, index) => {
    const condition = state.conditions[index]?.state ?? 'never-seen';
    return [definition.id, onOff(condition !== 'live')] as const;
  });
  const whole = { alert: onOff(active.length > 0), cameras: Object.fromEntries(cameras) };
  return [{ topic: venueTopic(prefix, venue.id), text: JSON.stringify(whole) }, ...zones];
};
