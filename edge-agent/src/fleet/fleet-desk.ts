import {
  type Box,
  type FleetAnswer,
  type FleetDocument,
  type FleetFault,
  type FleetFaultCode,
  type FleetModels,
  type FleetReport,
  type FleetSettings,
  LIMITS,
  type ModelState,
  openDocument,
  type Result,
  toTimestamp,
} from '@throng/contract';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { admitDocument } from './admit-document.js';
import type { KeptDocuments } from './kept-document.js';

export interface FleetDeskParts {
  readonly box: Box;
  /** Whether the box takes pushed settings at all. */
  readonly accepts: boolean;
  /** Checks a signature by the key that the box trusts; undefined where it was given none. */
  readonly isSigned: ((text: string, signature: string) => boolean) | undefined;
  /** What an earlier run was sent. */
  readonly kept: KeptDocuments;
  readonly keep: (kept: KeptDocuments) => Promise<Result<void>>;
  /** Checks settings as the box's own file is checked, and takes them over: all that speaks against it, or nothing. */
  readonly apply: (settings: FleetSettings) => Promise<readonly FleetFault[]>;
  /** What holds only in part of settings that were taken over. */
  readonly remarks: (settings: FleetSettings) => readonly FleetFault[];
  readonly takeModels: (models: FleetModels) => void;
  readonly modelStates: () => ModelState[];
  readonly report: (report: FleetReport) => void;
  readonly clock: Clock;
  readonly log: Log;
}

const refusedFor = (code: FleetFaultCode): FleetFault[] => [{ code, field: 'document' }];

/** Takes what a server pushes, one document after the other, and answers each (FL2–FL6). */
export class FleetDesk {
  #kept: KeptDocuments;
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: FleetDeskParts) {
    this.#kept = parts.kept;
  }

  /** Bytes from the topic of desired settings, whatever they are. Resolves when they are answered. */
  hear(payload: Uint8Array): Promise<void> {
    this.#last = this.#last.then(() => this.#hear(payload));
    return this.#last;
  }

  /** Says how the box stands. */
  tell(): void {
    const { accepts, box, clock, modelStates, report } = this.parts;
    const { accepted, answer } = this.#kept;
    report({
      ...{ v: 1, ...box, at: toTimestamp(clock.now()), accepts },
      ...(accepts && accepted !== undefined ? { version: accepted.version } : {}),
      ...(answer === undefined ? {} : { answer }),
      models: modelStates(),
    });
  }

  async #hear(payload: Uint8Array): Promise<void> {
    const { accepts, box, isSigned } = this.parts;
    if (!accepts) return this.#refuse(refusedFor('turned-off'));
    if (isSigned === undefined) return this.#refuse(refusedFor('no-key'));
    const opened = openDocument(payload, isSigned);
    if (!opened.ok) return this.#refuse(refusedFor(opened.code));
    const { document, sealed } = opened.value;
    const admission = admitDocument(document, sealed.body, box, this.#kept);
    if (admission.kind === 'refused') {
      return this.#refuse(refusedFor(admission.code), document.version);
    }
    if (admission.kind === 'known') {
      this.parts.takeModels(document.models);
      return this.tell();
    }
    return this.#take(document, sealed.body);
  }

  async #take(document: FleetDocument, body: string): Promise<void> {
    const { apply, keep, log, remarks, takeModels } = this.parts;
    const { models, settings, version } = document;
    const seen = { version, body };
    const faults = await apply(settings);
    if (faults.length > 0) {
      this.#kept = { ...this.#kept, seen };
      return this.#refuse(faults, version);
    }
    const told = remarks(settings);
    this.#kept = { seen, accepted: seen, answer: this.#answer(told, version) };
    const kept = await keep(this.#kept);
    if (!kept.ok) {
      log.error({ version, cause: kept.message }, 'pushed settings hold, but were not kept');
      this.#kept = {
        ...this.#kept,
        answer: this.#answer([...told, ...refusedFor('not-kept')], version),
      };
    }
    log.info({ version }, 'pushed settings taken over');
    takeModels(models);
    this.tell();
  }

  #answer(faults: readonly FleetFault[], version: number): FleetAnswer {
    return {
      outcome: faults.length === 0 ? 'applied' : 'partly',
      ...{ version, at: toTimestamp(this.parts.clock.now()), faults: [...faults] },
    };
  }

  async #refuse(faults: readonly FleetFault[], version?: number): Promise<void> {
    const { clock, keep, log } = this.parts;
    log.warn({ version, faults }, 'pushed settings are refused; nothing was changed');
    const answer: FleetAnswer = {
      outcome: 'refused',
      ...(version === undefined ? {} : { version }),
      at: toTimestamp(clock.now()),
      faults: faults.slice(0, LIMITS.fleetFaults),
    };
    this.#kept = { ...this.#kept, answer };
    // Whoever may write to the broker can make us refuse, but not write to our disk.
    if (version !== undefined) await keep(this.#kept);
    this.tell();
  }
}
