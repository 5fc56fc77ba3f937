import {
  boxDesiredOn,
  decode,
  desiredTopic,
  type FleetReport,
  sealDocument,
} from '@throng/contract';
import type { IncomingMessage } from '../broker/message-source.js';
import { documentOf } from './fleet-version.js';
import type { HeardReport } from './heard-report.js';
import { type FleetParts, isEdgeOf } from './push.js';
import { type BoxView, boxesOf } from './standing.js';

/** How a running server speaks with its boxes. */
export interface FleetDeskParts extends Omit<FleetParts, 'recorder'> {
  /** Ed25519 of a text, base64. */
  readonly sign: (text: string) => string;
  /** Says something that the broker keeps for whoever comes later. */
  readonly retain: (topic: string, payload: Uint8Array) => void;
  /** A box has said something else than before. */
  readonly onReport: (report: FleetReport) => void;
}

/** Tells each box what it shall do, and remembers what it says that it does (FL10). */
export class FleetDesk {
  readonly #published = new Map<string, number>();
  readonly #heard = new Map<string, HeardReport>();

  constructor(private readonly parts: FleetDeskParts) {
    const reports = parts.store.reports();
    if (!reports.ok) return;
    for (const heard of reports.value) this.#heard.set(heard.report.edge, heard);
  }

  /** Takes what is the fleet's of the broker's messages; false for all others. */
  hear({ payload, topic }: IncomingMessage): boolean {
    if (boxDesiredOn(topic) !== undefined) return true; // our own voice
    if (!topic.endsWith('/fleet/reported')) return false;
    const decoded = decode(topic, payload);
    if (!decoded.ok || decoded.value.channel !== 'reported') return false;
    this.#reported(decoded.value.message);
    return true;
  }

  /** Sends each version that was saved since the last step, by whichever process. */
  step(): void {
    const newest = this.parts.store.newest();
    if (!newest.ok) return; // the store's own alert tells of it; the next step tries again
    const venue = this.parts.venue().id;
    for (const version of newest.value) {
      if (this.#published.get(version.edge) === version.version) continue;
      const sealed = sealDocument(documentOf(venue, version), this.parts.sign);
      if (!sealed.ok) continue; // too large: refused when it was saved
      this.parts.retain(desiredTopic({ venue, edge: version.edge }), sealed.value);
      this.#published.set(version.edge, version.version);
    }
  }

  /** All boxes of the venue, and those that were told something. */
  boxes(): BoxView[] {
    const newest = this.parts.store.newest();
    return boxesOf(this.parts.venue(), newest.ok ? newest.value : [], [...this.#heard.values()]);
  }

  /** What a box last said. */
  heardOf(edge: string): HeardReport | undefined {
    return this.#heard.get(edge);
  }

  #reported(report: FleetReport): void {
    const { clock, onReport, store, venue } = this.parts;
    // Whoever may write to an open broker must not fill the store with boxes that are none.
    if (report.venue !== venue().id || !isEdgeOf(venue(), report.edge)) return;
    const heard = { report, heardAt: clock.now() };
    this.#heard.set(report.edge, heard);
    store.keepReport(heard); // where that fails, the box says it again at its next connection
    onReport(report);
  }
}
