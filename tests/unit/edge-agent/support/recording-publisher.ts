import type { EdgeHealth, MeasurementWindow } from '@throng/contract';
import type { WindowPublisher } from '../../../../edge-agent/src/ports/window-publisher.js';
import type { AnonymizedWindow } from '../../../../edge-agent/src/stages/anonymize.js';

/** Keeps what an agent publishes. */
export class RecordingPublisher implements WindowPublisher {
  readonly windows: MeasurementWindow[] = [];
  readonly healths: EdgeHealth[] = [];
  closed = false;

  publish(window: AnonymizedWindow): void {
    this.windows.push(window.message);
  }

  publishHealth(health: EdgeHealth): void {
    this.healths.push(health);
  }

  queue() {
    return { waiting: 0, dropped: 0 };
  }

  serverAwayFor(): number {
    return 0;
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
