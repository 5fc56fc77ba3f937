import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { type Fault, faultsUnder } from '../schema-faults.js';
import { type Checked, shapeOf } from '../settings/check-shape.js';
import { Timestamp } from '../timestamp.js';
import { FleetSettings, parseFleetSettings } from './fleet-settings.js';
import { FleetModels, MODEL_TASKS } from './model-offer.js';

/** The version of a box's document: it only rises, also when an older content is restored (FL3). */
export const FleetVersion = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

/** What a box shall do, whole: it takes the place of the document before. */
export const FleetDocument = Type.Object(
  {
    v: Type.Literal(1),
    venue: Identifier,
    edge: Identifier,
    version: FleetVersion,
    issuedAt: Timestamp,
    settings: FleetSettings,
    models: FleetModels,
  },
  { additionalProperties: false, $id: 'fleet-document' },
);
export type FleetDocument = Type.Static<typeof FleetDocument>;

const shape = shapeOf(FleetDocument);

/** Reads a document; every fault at once. */
export const parseFleetDocument = (value: unknown): Checked<FleetDocument> => {
  const checked = shape(value);
  if (!checked.ok) return checked;
  const { models, settings } = checked.value;
  const parsed = parseFleetSettings(settings);
  const faults: Fault[] = [
    ...(parsed.ok ? [] : faultsUnder('/settings', parsed.faults)),
    ...MODEL_TASKS.flatMap((task) => {
      const offered = models[task]?.model;
      if (offered === undefined || offered.task === task) return [];
      const message = `"${offered.id}" is a model for ${offered.task}; offer it there`;
      return [{ path: `/models/${task}/model/task`, message }];
    }),
  ];
  return faults.length === 0 ? checked : { ok: false, faults };
};
