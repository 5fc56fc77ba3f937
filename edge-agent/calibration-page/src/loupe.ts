import { byId } from './dom.js';
import type { XY } from './marks.js';

/** How many times a pixel of the picture is enlarged. */
const POWER = 5;

/** A magnifier: the picture's own pixels round a point, with a cross on it. */
export class Loupe {
  readonly #canvas = byId('loupe', HTMLCanvasElement);
  readonly #still = byId('still', HTMLImageElement);

  show(at: XY | null, [width]: readonly [number, number]): void {
    const context = this.#canvas.getContext('2d');
    const isReady = this.#still.complete && this.#still.naturalWidth > 0;
    this.#canvas.hidden = at === null || !isReady;
    if (at === null || !isReady || context === null) return;
    const side = this.#canvas.width;
    const seen = side / POWER;
    const [x, y] = at;
    context.imageSmoothingEnabled = false;
    context.fillStyle = '#000';
    context.fillRect(0, 0, side, side);
    context.drawImage(
      this.#still,
      ...([x - seen / 2, y - seen / 2, seen, seen] as const),
      ...([0, 0, side, side] as const),
    );
    for (const [colour, line] of [
      ['#000', 3],
      ['#fff', 1],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = line;
      context.beginPath();
      context.moveTo(side / 2, 0);
      context.lineTo(side / 2, side);
      context.moveTo(0, side / 2);
      context.lineTo(side, side / 2);
      context.stroke();
    }
    // Out of the way of the hand.
    this.#canvas.classList.toggle('right', x < width / 2);
  }
}
