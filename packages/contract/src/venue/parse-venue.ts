import type { CodedFault } from '../schema-faults.js';
import { type Checked, shapeOf } from '../settings/check-shape.js';
import { VenueDefinition } from './venue-definition.js';
import { venueFaults } from './venue-faults.js';

const shape = shapeOf(VenueDefinition);

/** Reads a venue from a file's content; every fault at once, each with its path and remedy. */
export const parseVenue = (value: unknown): Checked<VenueDefinition, CodedFault> => {
  const checked = shape(value);
  if (!checked.ok) return checked;
  const faults = venueFaults(checked.value);
  return faults.length === 0 ? checked : { ok: false, faults };
};
