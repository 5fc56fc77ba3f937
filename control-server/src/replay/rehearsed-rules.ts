import {
  AlertBands,
  type Checked,
  type Fault,
  faultsUnder,
  Identifier,
  parseVenue,
  shapeOf,
  type ZoneDefinition,
} from '@throng/contract';
import Type from 'typebox';
import type { AlertRules } from '../alerting/alert-rules.js';
import { unknownPhase, venueLimitFaults } from '../limits-in-force/limit-faults.js';
import { limitsOfZone } from '../limits-in-force/limits-of-zone.js';
import type { Rules } from '../processing/rules.js';
import { ServerSettings } from '../settings/server-settings.js';
import { planVenue, type VenuePlan } from '../venue-plan/venue-plan.js';

/** By what a venue is judged. */
export interface Judgement {
  readonly plan: VenuePlan;
  readonly rules: Rules;
  /** The most former evenings of an event that its forecast learns from; none where it is absent. */
  readonly formerEvenings?: number;
}

const closed = { additionalProperties: false } as const;

/** A file of other rules: what it does not name stays as it is. */
const RehearsedRules = Type.Object(
  {
    alerts: Type.Optional(Type.Partial(ServerSettings.properties.alerts, closed)),
    /** Persons/m² from which a zone's bands begin, by zone. */
    bands: Type.Optional(Type.Record(Identifier, Type.Partial(AlertBands, closed), closed)),
    /** The same while a phase lasts, by zone and phase. */
    bandsByPhase: Type.Optional(
      Type.Record(Identifier, Type.Record(Identifier, AlertBands, closed), closed),
    ),
  },
  closed,
);
type RehearsedRules = Type.Static<typeof RehearsedRules>;

const shape = shapeOf(RehearsedRules);

/** The judgement under other rules; every fault of the file at once. */
export const rehearseRules = (usual: Judgement, content: unknown): Checked<Judgement> => {
  const { plan, rules } = usual;
  const checked = shape(content);
  if (!checked.ok) return checked;
  const alerts = { ...rules.alerts, ...withOtherLimits(rules.alerts, checked.value.alerts ?? {}) };
  const venue = parseVenue({
    ...plan.venue,
    zones: plan.venue.zones.map((zone) => rehearsedZone(zone, alerts, checked.value)),
  });
  const faults: Fault[] = [
    ...faultsOfNames(plan, checked.value),
    ...faultsUnder('/alerts', venueLimitFaults(alerts)),
    ...(venue.ok ? [] : venue.faults.map((fault) => inZone(fault, plan))),
  ];
  if (!venue.ok || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: { ...usual, plan: planVenue(venue.value, plan.calendar), rules: { ...rules, alerts } },
  };
};

/** The rules named, with the limits of kinds and phases that they do not name as they were. */
const withOtherLimits = (
  usual: AlertRules,
  named: NonNullable<RehearsedRules['alerts']>,
): NonNullable<RehearsedRules['alerts']> => ({
  ...named,
  ...(named.bands && { bands: { ...usual.bands, ...named.bands } }),
  ...(named.bandsByPhase && { bandsByPhase: { ...usual.bandsByPhase, ...named.bandsByPhase } }),
});

const rehearsedZone = (
  zone: ZoneDefinition,
  alerts: AlertRules,
  { bands = {}, bandsByPhase = {} }: RehearsedRules,
): ZoneDefinition => {
  const [changed, byPhase] = [bands[zone.id], bandsByPhase[zone.id]];
  return {
    ...zone,
    ...(changed && { bands: { ...limitsOfZone(zone, alerts).bands, ...changed } }),
    ...(byPhase && { bandsByPhase: { ...zone.bandsByPhase, ...byPhase } }),
  };
};

/** Zones and phases that are none. */
const faultsOfNames = (
  { calendar, zoneIndex }: VenuePlan,
  { alerts, bands = {}, bandsByPhase = {} }: RehearsedRules,
): Fault[] => [
  ...Object.entries({ bands, bandsByPhase }).flatMap(([key, byZone]) =>
    Object.keys(byZone)
      .filter((zone) => !zoneIndex.has(zone))
      .map((zone) => ({
        path: `/${key}/${zone}`,
        message: 'the venue has no zone of that name',
      })),
  ),
  ...Object.entries(bandsByPhase).flatMap(([zone, byPhase]) =>
    unknownPhase(calendar, `/bandsByPhase/${zone}`, byPhase),
  ),
  ...unknownPhase(calendar, '/alerts/bandsByPhase', alerts?.bandsByPhase),
];

/** The venue was sound before: what is wrong now are bands, told by the place they have in the file. */
const inZone = ({ message, path }: Fault, { zones }: VenuePlan): Fault => {
  const [, , index, key = 'bands', ...rest] = path.split('/');
  const zone = zones[Number(index)]?.definition.id ?? '';
  return { path: ['', key, zone, ...rest].join('/'), message };
};
