import type { XY } from './marks.js';

/** What a person does on a drawing, in the drawing's own units. `key` names a mark. */
export interface SurfaceListener {
  /** A click or tap beside all marks. */
  press(at: XY): void;
  drag(key: string, at: XY): void;
  /** Where the pointer is; null when it left. */
  hover(at: XY | null): void;
  select(key: string): void;
  /** An arrow key: steps to the right and downwards. */
  nudge(key: string, across: number, down: number, isFast: boolean): void;
  remove(key: string): void;
}

/** Pixels of the screen within which a press is a click and no drag. */
const STILL = 6;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const keyOf = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null)
    : null;

/** Units of the drawing per pixel of the screen. */
export const unitsPerPixel = (drawing: SVGSVGElement): number => {
  const scale = drawing.getScreenCTM()?.a ?? 1;
  return scale > 0 ? 1 / scale : 1;
};

/** Lets mouse, touch and keyboard work on an SVG drawing whose marks carry a `data-key`. */
export const makeSurface = (drawing: SVGSVGElement, listener: SurfaceListener): void => {
  let dragged: { key: string; offset: XY } | null = null;
  let pressed: { x: number; y: number } | null = null;

  const place = (event: PointerEvent): XY => {
    const matrix = drawing.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return [x, y];
  };

  drawing.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const key = keyOf(event.target);
    pressed = { x: event.clientX, y: event.clientY };
    if (key === null) return;
    event.preventDefault();
    const mark = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const [x, y] = place(event);
    // A finger that takes a mark at its edge must not make it jump.
    const centre: XY = [
      Number(mark?.getAttribute('data-x') ?? x),
      Number(mark?.getAttribute('data-y') ?? y),
    ];
    dragged = { key, offset: [centre[0] - x, centre[1] - y] };
    drawing.setPointerCapture(event.pointerId);
    listener.select(key);
    if (mark instanceof SVGElement) mark.focus({ preventScroll: true });
  });

  drawing.addEventListener('pointermove', (event) => {
    const [x, y] = place(event);
    if (dragged === null) {
      listener.hover([x, y]);
      return;
    }
    const moved = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 2;
    if (!moved && pressed !== null) return;
    pressed = null;
    const at: XY = [x + dragged.offset[0], y + dragged.offset[1]];
    listener.drag(dragged.key, at);
    listener.hover(at);
  });

  drawing.addEventListener('pointerup', (event) => {
    const isClick =
      dragged === null &&
      pressed !== null &&
      Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < STILL;
    if (isClick) listener.press(place(event));
    dragged = null;
    pressed = null;
  });

  const leave = () => {
    dragged = null;
    pressed = null;
    listener.hover(null);
  };
  drawing.addEventListener('pointercancel', leave);
  drawing.addEventListener('pointerleave', () => {
    if (dragged === null) leave();
  });

  drawing.addEventListener('focusin', (event) => {
    const key = keyOf(event.target);
    if (key !== null) listener.select(key);
  });

  drawing.addEventListener('keydown', (event) => {
    const key = keyOf(event.target);
    if (key === null) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      event.preventDefault();
      listener.nudge(key, arrow[0], arrow[1], event.shiftKey);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      listener.remove(key);
    }
  });
};
