import type { Identifier } from '@throng/contract';
import type { MeasuredLine } from '../flow/line-view.js';
import type { CameraCare } from '../ports/camera-care.js';
import type { FrameSource } from '../ports/frame-source.js';
import type { ClosedWindow } from '../stages/anonymize.js';
import type { CameraView } from '../stages/camera-view.js';
import type { LeftOff } from '../windows/window-book.js';
import type { CameraStation } from './camera-station.js';
import type { InferenceLoop } from './inference-loop.js';

/** One camera as the agent is handed it. */
export interface CameraParts {
  readonly view: CameraView;
  readonly source: FrameSource;
  /** Frames per second that are wanted of it. */
  readonly framesPerSecond: number;
  /** The passages that it counts on. */
  readonly lines?: readonly MeasuredLine[] | undefined;
  /** What looks after it; without it every picture is counted as it is. */
  readonly care?: CameraCare | undefined;
}

export interface RosterOptions {
  /** @param leftOff where an earlier station of the same camera ended. */
  readonly makeStation: (camera: CameraParts, leftOff: LeftOff | undefined) => CameraStation;
  readonly loop: Pick<InferenceLoop, 'add' | 'remove'>;
  readonly publish: (station: CameraStation, windows: readonly ClosedWindow[]) => void;
}

interface Place {
  readonly station: CameraStation;
  readonly feed: Promise<void>;
}

/** The cameras of the agent, which come and go while it runs. None of them notices another's coming. */
export class CameraRoster {
  readonly #places = new Map<Identifier, Place>();
  readonly #leftOff = new Map<Identifier, LeftOff>();
  #allEnded: () => void = () => undefined;
  /** Resolves when all sources have ended; those of live cameras never do. */
  readonly finished = new Promise<void>((resolve) => {
    this.#allEnded = resolve;
  });

  constructor(private readonly options: RosterOptions) {}

  get stations(): CameraStation[] {
    return [...this.#places.values()].map(({ station }) => station);
  }

  add(camera: CameraParts): void {
    const id = camera.view.camera;
    if (this.#places.has(id)) throw new Error(`The camera ${id} is there already.`);
    const station = this.options.makeStation(camera, this.#leftOff.get(id));
    const feed = station.feed.run();
    this.#places.set(id, { station, feed });
    this.options.loop.add(station);
    void feed.then(() => this.#lookForEnd());
  }

  /** Ends one camera and sends what it measured; resolves when its stream is closed. */
  async remove(id: Identifier): Promise<void> {
    const place = this.#places.get(id);
    if (place === undefined) return;
    const { feed, station } = place;
    this.#places.delete(id);
    this.options.loop.remove(station);
    station.feed.stop();
    await feed;
    await station.settled();
    this.options.publish(station, station.flushWindows());
    this.#leftOff.set(id, station.leftOff);
    this.#lookForEnd();
  }

  /** Ends all streams; what was measured is still to be sent. */
  async closeStreams(): Promise<void> {
    for (const { station } of this.#places.values()) station.feed.stop();
    await Promise.all([...this.#places.values()].map(({ feed }) => feed));
  }

  #lookForEnd(): void {
    const { stations } = this;
    if (stations.length > 0 && stations.every(({ feed }) => feed.state === 'ended')) {
      this.#allEnded();
    }
  }
}
