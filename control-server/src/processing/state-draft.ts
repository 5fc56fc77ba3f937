import type { AlertBook } from '../alerting/alert-book.js';
import type { CameraTrack } from '../venue-state/camera-track.js';
import type { EdgeTrack } from '../venue-state/edge-track.js';
import type { UncountedWindows } from '../venue-state/passage-tally.js';
import type { ProcessingState } from './processing-state.js';

/** The parts of a state that windows move, as they stand. */
interface Moved {
  readonly edges: EdgeTrack[];
  readonly cameras: CameraTrack[];
  uncounted: UncountedWindows | null;
  alerts: AlertBook;
}

/**
 * A state that windows are entered into one after another. The lists are copied once for all windows until
 * somebody asks for the state: a copy for each would, at a thousand cameras, be most of what a window costs.
 * A state that was handed out never changes; what comes after it works on new copies.
 */
export class StateDraft {
  #state: ProcessingState;
  #moved: Moved | null = null;

  constructor(state: ProcessingState) {
    this.#state = state;
  }

  get state(): ProcessingState {
    if (this.#moved !== null) {
      this.#state = { ...this.#state, ...this.#moved };
      this.#moved = null;
    }
    return this.#state;
  }

  edge(index: number): EdgeTrack | undefined {
    return (this.#moved ?? this.#state).edges[index];
  }

  camera(index: number): CameraTrack | undefined {
    return (this.#moved ?? this.#state).cameras[index];
  }

  get uncounted(): UncountedWindows | null {
    return (this.#moved ?? this.#state).uncounted;
  }

  get alerts(): AlertBook {
    return (this.#moved ?? this.#state).alerts;
  }

  putEdge(index: number, edge: EdgeTrack): void {
    this.#own().edges[index] = edge;
  }

  putCamera(index: number, camera: CameraTrack): void {
    this.#own().cameras[index] = camera;
  }

  putUncounted(uncounted: UncountedWindows | null): void {
    this.#own().uncounted = uncounted;
  }

  putAlerts(alerts: AlertBook): void {
    this.#own().alerts = alerts;
  }

  #own(): Moved {
    if (this.#moved === null) {
      const { alerts, cameras, edges, uncounted } = this.#state;
      this.#moved = { alerts, cameras: [...cameras], edges: [...edges], uncounted };
    }
    return this.#moved;
  }
}
