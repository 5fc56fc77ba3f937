import type { PlaceMessage } from '../../src/calibration/page-messages.js';
import { askPlace } from './api.js';
import { byId } from './dom.js';

type Question = Parameters<typeof askPlace>[0];

const pair = ([x, y]: readonly [number, number]): string => `${x.toFixed(2)}, ${y.toFixed(2)}`;

/** What the pointer's place means in the other view: one question at a time, always the newest. */
export class Cursor {
  readonly #readout = byId('readout', HTMLParagraphElement);
  #next: Question | null = null;
  #isAsking = false;

  constructor(private readonly onPlace: (place: PlaceMessage | null) => void) {}

  ask(question: Question | null): void {
    this.#next = question;
    if (question === null) this.onPlace(null);
    else if (!this.#isAsking) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isAsking = true;
    while (this.#next !== null) {
      const question = this.#next;
      this.#next = null;
      const reply = await askPlace(question);
      if (!reply.ok) break;
      this.onPlace(reply.value);
      this.#readout.textContent = this.#words(reply.value);
    }
    this.#isAsking = false;
  }

  #words(place: PlaceMessage | null): string {
    if (place === null) return 'No ground here: not calibrated yet, or above the horizon.';
    const { distance, expectedMetres, ground, underHead } = place;
    const error = expectedMetres < 0 ? '' : ` ± ${expectedMetres.toFixed(2)} m`;
    const head = underHead === null ? '' : ` · as a head: ${pair(underHead)}`;
    return `As a foot: ${pair(ground)}${error}${head} · ${distance.toFixed(1)} m from the camera`;
  }
}
