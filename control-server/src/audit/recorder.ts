import { toTimestamp } from '@throng/contract';
import type { Clock } from '../clock.js';
import type { AuditAction } from './audit-action.js';
import type { AuditDetails } from './audit-details.js';
import type { AuditEntry, AuditVersions } from './audit-entry.js';
import type { AuditLog, AuditResult } from './audit-log.js';
import type { AuditQueue } from './audit-queue.js';
import type { ChainHead } from './hash-chain.js';

/** Who acts: a name and the role it acts in. */
export interface Actor {
  readonly name: string;
  readonly role: string;
}

/** The server itself, as an actor. */
export const SERVER: Actor = { name: 'server', role: 'server' };

/** Somebody who has not (yet) shown who they are. */
export const NOBODY: Actor = { name: 'nobody', role: 'none' };

/** Something to put on record; it was done unless the outcome says otherwise. */
export interface Act {
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subject: string;
  readonly outcome?: AuditEntry['outcome'];
  readonly details?: AuditDetails;
  readonly versions?: AuditVersions;
  /** When it happened, epoch ms; now, where it is not given. */
  readonly at?: number;
}

export interface RecorderParts {
  readonly log: AuditLog;
  readonly queue: AuditQueue;
  readonly clock: Clock;
  /** What judges in this process: it goes with every entry. */
  readonly versions: AuditVersions;
  /** The id of the request that is being answered, where one is. */
  readonly request?: () => string | undefined;
}

/** The one way onto the record. */
export class Recorder {
  readonly #parts: RecorderParts;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  /** Notes what happens anyway; it is written with the next second. */
  note(act: Act): void {
    this.#parts.queue.add(this.#entryOf(act));
  }

  /**
   * Writes an act before it is done. Where that fails the act must not be done: what people change
   * and what is on record never differ.
   */
  record(act: Act): Promise<AuditResult<ChainHead>> {
    return this.#parts.log.append([this.#entryOf(act)]);
  }

  #entryOf({ actor, action, subject, outcome, details, versions, at }: Act): AuditEntry {
    const request = this.#parts.request?.();
    return {
      at: toTimestamp(at ?? this.#parts.clock.now()),
      actor: actor.name.slice(0, 200),
      role: actor.role,
      action,
      subject: subject.slice(0, 300),
      outcome: outcome ?? 'done',
      details: { ...details, ...(request === undefined ? {} : { request }) },
      versions: { ...this.#parts.versions, ...versions },
    };
  }
}
