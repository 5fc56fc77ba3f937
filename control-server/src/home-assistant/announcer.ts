import type { Clock } from '../clock.js';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { discovery, type Kept, withdrawal } from './discovery.js';
import { homeStates } from './states.js';

/** A state is told at most so often: Home Assistant writes each into its own record. */
const PAUSE_MS = 5_000;

export interface AnnouncerParts {
  readonly prefix: string;
  readonly release: string;
  readonly clock: Clock;
  readonly retain: (topic: string, text: string) => void;
  /** Zones of former versions of the venue. */
  readonly former: readonly string[];
}

/** Tells Home Assistant what there is, and how it stands: what changed, and each state every 5 s at most. KEEP_LATEST. */
export class HomeAnnouncer {
  readonly #parts: AnnouncerParts;
  readonly #told = new Map<string, { readonly text: string; readonly at: number }>();
  #known: ReadonlySet<string>;
  #plan: VenuePlan | undefined;

  constructor(parts: AnnouncerParts) {
    this.#parts = parts;
    this.#known = new Set(parts.former);
  }

  /** Once a second. */
  step(plan: VenuePlan, state: Pick<ProcessingState, 'zones' | 'alerts' | 'conditions'>): void {
    if (plan !== this.#plan) this.#announce(plan);
    for (const message of homeStates(this.#parts.prefix, plan, state))
      this.#tell(message, PAUSE_MS);
  }

  /** The venue, or another version of it. */
  #announce(plan: VenuePlan): void {
    const { prefix, release } = this.#parts;
    const { venue } = plan;
    const zones = new Set(venue.zones.map(({ id }) => id));
    const gone = [...this.#known].filter((zone) => !zones.has(zone));
    for (const message of withdrawal(prefix, venue.id, gone)) this.#tell(message, 0);
    for (const message of discovery(prefix, venue, release)) this.#tell(message, 0);
    this.#known = zones;
    this.#plan = plan;
  }

  #tell({ text, topic }: Kept, pause: number): void {
    const now = this.#parts.clock.now();
    const last = this.#told.get(topic);
    if (last !== undefined && (last.text === text || now - last.at < pause)) return;
    this.#told.set(topic, { text, at: now });
    this.#parts.retain(topic, text);
  }
}
