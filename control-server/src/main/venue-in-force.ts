import { fail, ok, type Result } from '@throng/contract';
import type { LiveHub } from '../adapters/live/live-hub.js';
import type { Actor } from '../audit/recorder.js';
import { changeVenue } from '../processing/change-venue.js';
import type { MeasurementStore, StoreFault, StoreResult } from '../store/measurement-store.js';
import type { DeliveryRow } from '../store/rows.js';
import { planVenue, type VenuePlan } from '../venue-plan/venue-plan.js';
import { unheardCameras, unknownPlaces } from '../venue-versions/agent-mismatch.js';
import {
  enterInForce,
  soundVersion,
  type Unsound,
  type VersionParts,
} from '../venue-versions/keep-versions.js';
import type { VersionContent } from '../venue-versions/venue-version.js';
import type { Expectations } from './expectations.js';
import type { Log } from './log.js';
import type { RowWriter } from './row-writer.js';
import type { VenueLine } from './venue-line.js';

export interface InForceParts extends VersionParts {
  readonly line: VenueLine;
  readonly hub: LiveHub;
  readonly writer: RowWriter;
  readonly store: Pick<MeasurementStore, 'deliveries'>;
  readonly expect: (plan: VenuePlan) => Expectations;
  /** From now on the audit log names these rules. */
  readonly judgeBy: (content: VersionContent) => void;
  readonly log: Log;
}

export type InForceFault = 'no-such-version' | 'busy' | StoreFault;

/** All that a change of the venue needs, so that nothing of it can fail any more. */
interface Prepared {
  readonly version: number;
  readonly content: VersionContent;
  readonly plan: VenuePlan;
  readonly expectations: Expectations;
  /** What cameras have delivered that the present plan may not know. */
  readonly deliveries: readonly DeliveryRow[];
}

/** The version of the venue that the server works by, and how another takes its place without a restart. */
export class VenueInForce {
  readonly #parts: InForceParts;
  #version: number;
  #expectations: Expectations;
  #isChanging = false;
  /** A version that the store names and that cannot be taken up: said once. */
  #refused: number | undefined;

  constructor(parts: InForceParts, version: number) {
    this.#parts = parts;
    this.#version = version;
    this.#expectations = parts.expect(parts.line.plan);
  }

  get expectations(): Expectations {
    return this.#expectations;
  }

  /** Puts a version in force: on record, kept, done. Where one of them fails, all stays as it was. */
  async put(version: number, actor: Actor): Promise<Result<void, InForceFault> | Unsound> {
    if (version === this.#version) return ok(undefined);
    if (this.#isChanging) return fail('busy', 'another version is being put in force; try again');
    this.#isChanging = true;
    try {
      const prepared = await this.#prepare(version);
      if (!prepared.ok) return prepared;
      const entered = await enterInForce(this.#parts, version, actor);
      if (entered.ok) this.#change(prepared.value);
      return entered;
    } finally {
      this.#isChanging = false;
    }
  }

  /** Takes up what another process has put in force, as the command line does. */
  async follow(): Promise<void> {
    const named = this.#parts.versions.inForce();
    if (!named.ok || named.value === undefined || this.#isChanging) return;
    if (named.value === this.#version || named.value === this.#refused) return;
    this.#isChanging = true;
    try {
      const prepared = await this.#prepare(named.value);
      if (prepared.ok) {
        this.#change(prepared.value);
      } else {
        this.#refused = named.value;
        const { message } = prepared;
        const words = 'the version that the store names cannot be in force; the one before stays';
        this.#parts.log.error({ version: named.value, cause: message }, words);
      }
    } finally {
      this.#isChanging = false;
    }
  }

  async #prepare(version: number): Promise<Result<Prepared, InForceFault> | Unsound> {
    const { expect, store, writer } = this.#parts;
    const sound = soundVersion(this.#parts, version);
    if (!sound.ok) return sound;
    const content = sound.value;
    const plan = planVenue(content.venue, content.calendar);
    await writer.flush();
    const taken: StoreResult<readonly DeliveryRow[]> = await store.deliveries();
    if (!taken.ok) return taken;
    const expectations = expect(plan);
    await expectations.remember();
    return ok({ version, content, plan, expectations, deliveries: taken.value });
  }

  /** In one go, so that no window comes in between: the state is that of this very moment. */
  #change({ content, deliveries, expectations, plan, version }: Prepared): void {
    const { clock, hub, judgeBy, line } = this.#parts;
    const { carried, gone, state } = changeVenue(
      line.plan,
      plan,
      line.state,
      deliveries,
      clock.now(),
    );
    judgeBy(content);
    line.accept(gone);
    line.goOnWith(plan, state);
    expectations.takeOver(this.#expectations, carried);
    this.#expectations = expectations;
    this.#version = version;
    hub.renew();
    line.take({ kind: 'tick' });
    hub.publish([]);
    this.#tell();
  }

  /** Agents have settings of their own, which a version does not touch: what does not fit is said. */
  #tell(): void {
    const { line, log } = this.#parts;
    log.info({ version: this.#version }, 'venue put in force');
    const strange = unknownPlaces(line.plan, line.state);
    for (const { camera, edge, places } of strange) {
      const words =
        'the agent measures places that the venue does not have; its windows are refused';
      log.warn({ camera, edge, places }, words);
    }
    const unheard = unheardCameras(line.plan, line.state);
    if (unheard.length > 0)
      log.warn({ cameras: unheard }, 'nothing was heard of these cameras yet');
  }
}
