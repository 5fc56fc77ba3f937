import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Principal } from './principal.js';
import { type Sight, sightOf } from './sight.js';

/** Sights remembered: as many as there are different sets of zones among the staff. */
const MAX_SIGHTS = 500;

/** Who sees what of the venue as it is now, worked out once for each set of zones. */
export class Sights {
  readonly #plan: () => VenuePlan;
  #known = new Map<string, Sight | null>();
  /** What the known ones are of. */
  #of: VenuePlan | undefined;

  constructor(plan: () => VenuePlan) {
    this.#plan = plan;
  }

  of({ zones }: Pick<Principal, 'zones'>): Sight | null {
    if (zones === null) return null;
    const plan = this.#plan();
    if (plan !== this.#of) this.#known = new Map();
    this.#of = plan;
    const key = zones.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const sight = sightOf(plan, zones);
    if (this.#known.size >= MAX_SIGHTS) this.#known.clear();
    this.#known.set(key, sight);
    return sight;
  }
}
