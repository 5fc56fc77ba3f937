import type { CameraFault } from '@throng/contract';
import { type Clock, pause } from '../ports/clock.js';
import type { Frame } from '../ports/frame.js';
import type { FrameSource, StreamEnd } from '../ports/frame-source.js';
import { backoff } from './backoff.js';

export type FeedState = 'starting' | 'running' | 'faulty' | 'ended';

export interface FeedListener {
  /** The listener releases the frame. */
  frame(frame: Frame): void;
  /** A stream failed or stalled and is opened again after `retryAfter` milliseconds. */
  lost(end: StreamEnd, retryAfter: number): void;
  recovered(): void;
  ended(): void;
}

const faultOf = ({ reason }: StreamEnd): CameraFault => {
  if (reason === 'stalled') return 'stalled';
  return reason === 'misfit' ? 'not-calibrated' : 'no-signal';
};

/** Keeps one camera's stream open: reads it, and opens it again, with growing pauses, when it breaks. */
export class CameraFeed {
  state: FeedState = 'starting';
  fault: CameraFault | undefined;
  reconnects = 0;
  readonly #abort = new AbortController();

  constructor(
    private readonly source: FrameSource,
    private readonly clock: Clock,
    private readonly listener: FeedListener,
    private readonly chance: () => number = Math.random,
  ) {}

  /** Runs until a file has ended or `stop` is called. */
  async run(): Promise<void> {
    const { signal } = this.#abort;
    let failures = 0;
    while (!signal.aborted) {
      const stream = this.source.open();
      const stop = () => stream.stop();
      signal.addEventListener('abort', stop);
      for await (const frame of stream.frames) {
        failures = 0;
        this.#running();
        this.listener.frame(frame);
      }
      const end = await stream.end;
      signal.removeEventListener('abort', stop);
      if (end.reason === 'stopped') return;
      if (end.reason === 'ended') {
        this.state = 'ended';
        this.fault = 'no-signal';
        this.listener.ended();
        return;
      }
      failures += 1;
      this.reconnects += 1;
      this.state = 'faulty';
      this.fault = faultOf(end);
      const retryAfter = backoff(failures, this.chance());
      this.listener.lost(end, retryAfter);
      await pause(this.clock, retryAfter, signal);
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  #running(): void {
    const wasFaulty = this.state === 'faulty';
    this.state = 'running';
    this.fault = undefined;
    if (wasFaulty) this.listener.recovered();
  }
}
