import {
  AlertBands,
  type Checked,
  type Fault,
  Identifier,
  parseVenue,
  shapeOf,
} from '@throng/contract';
import Type from 'typebox';
import type { Rules } from '../processing/rules.js';
import { ServerSettings } from '../settings/server-settings.js';
import { planVenue, type VenuePlan } from '../venue-plan/venue-plan.js';

/** By what a venue is judged. */
export interface Judgement {
  readonly plan: VenuePlan;
  readonly rules: Rules;
}

const closed = { additionalProperties: false } as const;

/** A file of other rules: what it does not name stays as it is. */
const RehearsedRules = Type.Object(
  {
    alerts: Type.Optional(Type.Partial(ServerSettings.properties.alerts, closed)),
    /** Persons/m² from which a zone's bands begin, by zone. */
    bands: Type.Optional(Type.Record(Identifier, Type.Partial(AlertBands, closed), closed)),
  },
  closed,
);

const shape = shapeOf(RehearsedRules);

/** The judgement under other rules; every fault of the file at once. */
export const rehearseRules = ({ plan, rules }: Judgement, content: unknown): Checked<Judgement> => {
  const checked = shape(content);
  if (!checked.ok) return checked;
  const { alerts = {}, bands = {} } = checked.value;
  const unknown = Object.keys(bands)
    .filter((zone) => !plan.zones.some(({ definition }) => definition.id === zone))
    .map((zone) => ({ path: `/bands/${zone}`, message: 'the venue has no zone of that name' }));
  const zones = plan.zones.map((zone) => {
    const { id } = zone.definition;
    const changed = bands[id];
    return changed === undefined
      ? zone.definition
      : { ...zone.definition, bands: { ...zone.bands, ...changed } };
  });
  const venue = parseVenue({ ...plan.venue, zones });
  const faults: Fault[] = [
    ...unknown,
    ...(venue.ok ? [] : venue.faults.map((fault) => inBands(fault, plan))),
  ];
  if (!venue.ok || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      plan: planVenue(venue.value, plan.calendar),
      rules: { ...rules, alerts: { ...rules.alerts, ...alerts } },
    },
  };
};

/** The venue was sound before: what is wrong now are bands, told by the place they have in the file. */
const inBands = ({ message, path }: Fault, plan: VenuePlan): Fault => {
  const zone = plan.zones[Number(path.split('/')[2])]?.definition.id;
  return { path: `/bands/${zone ?? ''}`, message };
};
