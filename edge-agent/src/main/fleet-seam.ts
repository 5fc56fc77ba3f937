import type { OpenModels } from '../adapters/models/open-models.js';
import type { Alongside } from '../adapters/mqtt/alongside.js';
import type { ModelDesk } from '../fleet/model-desk.js';

/** Where a server's word comes into an agent. */
export interface FleetSeam {
  /** What the server says, and what the box answers, on the agent's line to the broker. */
  readonly line: Alongside;
  /** The desk that puts offered models in the places of the box's own; undefined where none are taken. */
  readonly models: (base: OpenModels) => Promise<ModelDesk | undefined>;
}
