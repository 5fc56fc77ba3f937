import type { PlaceMessage } from '../../src/calibration/page-messages.js';
import { byId, html, pointList, svg } from './dom.js';
import { errorClass, errorNames } from './error-scale.js';
import { markShape } from './mark-shape.js';
import { addPoint, movePoint, removePair, type XY } from './marks.js';
import { refill } from './refill.js';
import type { Store } from './store.js';
import { makeSurface, unitsPerPixel } from './surface.js';

/** The plan's y points up, a drawing's down. */
const flipped = ([x, y]: readonly [number, number]): XY => [x, -y];

const ring = (corners: readonly (readonly [number, number])[]): string =>
  corners.map(([x, y]) => `${x},${-y}`).join(' ');

/** A centimetre: finer than any plan. */
const tidy = ([x, y]: XY): XY => [Math.round(x * 100) / 100, Math.round(y * 100) / 100];

/** The floor plan with its marks, the camera, what it sees, and the error map. */
export class PlanView {
  readonly #drawing = byId('plan', SVGSVGElement);
  readonly #floor = svg('g');
  readonly #map = svg('g', { class: 'error-map' });
  readonly #outlines = svg('g');
  readonly #figure = svg('g', { class: 'figure' });
  readonly #marks = svg('g');

  constructor(
    private readonly store: Store,
    onHover: (at: XY | null) => void,
  ) {
    this.#drawing.append(this.#floor, this.#map, this.#outlines, this.#figure, this.#marks);
    const indexOf = (key: string) => Number(key.split('-')[1]);
    makeSurface(this.#drawing, {
      press: (at) => {
        if (store.shown.tool !== 'pair') return;
        const added = addPoint(store.marks, 'ground', tidy(flipped(at)));
        store.shown = { ...store.shown, selected: added.index };
        store.edit(added.marks);
      },
      drag: (key, at) =>
        store.edit(
          movePoint(store.marks, indexOf(key), 'ground', tidy(flipped(at))),
          `drag plan ${key}`,
        ),
      hover: (at) => onHover(at && flipped(at)),
      select: (key) => {
        const selected = indexOf(key);
        if (store.shown.selected !== selected) store.show({ selected });
      },
      nudge: (key, across, down, isFast) => {
        const ground = store.marks.pairs[indexOf(key)]?.ground;
        if (!ground) return;
        const step = isFast ? 0.5 : 0.05;
        const at = tidy([ground[0] + across * step, ground[1] - down * step]);
        store.edit(movePoint(store.marks, indexOf(key), 'ground', at), `nudge plan ${key}`);
      },
      remove: (key) => store.edit(removePair(store.marks, indexOf(key))),
    });
    new ResizeObserver(() => this.draw()).observe(this.#drawing);
    byId('legend', HTMLDivElement).append(
      html('span', { class: 'dim' }, 'Expected error'),
      ...errorNames.map((name, index) =>
        html('span', { class: 'swatch' }, html('i', { class: `error-${index}` }), name),
      ),
    );
  }

  draw(): void {
    this.#frame();
    const unit = unitsPerPixel(this.#drawing);
    const { found, marks, shown } = this.store;
    this.#drawFloor(unit);
    byId('legend', HTMLDivElement).hidden = !(found?.ok && shown.errorMap);
    this.#map.replaceChildren(
      ...(found?.ok && shown.errorMap
        ? found.errorMap.cells.map(({ metres, x, y }) =>
            svg('rect', {
              x,
              y: -(y + found.errorMap.cellSize),
              width: found.errorMap.cellSize,
              height: found.errorMap.cellSize,
              class: `error-${errorClass(metres)}`,
            }),
          )
        : []),
    );
    this.#drawOutlines(unit);
    refill(
      this.#marks,
      marks.pairs.flatMap(({ ground, pixel }, index) => {
        if (ground === null) return [];
        const [x, y] = ground;
        const isSuspect = this.store.judged(index)?.isSuspect === true;
        const state = pixel === null ? 'waiting' : isSuspect ? 'suspect' : '';
        return markShape({
          key: `plan-${index}`,
          name: `${index + 1}`,
          label: `Pair ${index + 1} on the plan at ${x.toFixed(2)}, ${y.toFixed(2)} metres`,
          at: flipped(ground),
          unit,
          kind: `pair ${state}`,
          isSelected: shown.selected === index,
        });
      }),
    );
  }

  /** Where somebody stands whose foot is at the pointer, and whose head is. */
  drawFigure(place: PlaceMessage | null): void {
    const unit = unitsPerPixel(this.#drawing);
    if (place === null) {
      this.#figure.replaceChildren();
      return;
    }
    const dot = (at: XY, kind: string, radius: number) =>
      svg('circle', { class: kind, cx: at[0], cy: at[1], r: radius });
    const error = Math.max(place.expectedMetres, 0);
    this.#figure.replaceChildren(
      dot(flipped(place.ground), 'spread', error),
      dot(flipped(place.ground), 'foot', 4 * unit),
      ...(place.underHead === null ? [] : [dot(flipped(place.underHead), 'head', 4 * unit)]),
    );
  }

  /** The part of the plan in sight: the camera's area and what is marked, or all. */
  #frame(): void {
    const { found, marks, shown, start } = this.store;
    const all = [
      ...start.venue.zones.flatMap(({ polygon }) => polygon),
      ...start.venue.walls.flat(),
    ];
    const near = [
      ...start.area,
      ...marks.pairs.flatMap(({ ground }) => (ground === null ? [] : [ground])),
      ...(found?.ok ? [[found.camera.x, found.camera.y] as const] : []),
    ];
    const points = shown.wholeVenue || near.length === 0 ? [...all, ...near] : near;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => -y)];
    const [minX, maxX, minY, maxY] = [
      Math.min(...xs),
      Math.max(...xs),
      Math.min(...ys),
      Math.max(...ys),
    ];
    const margin = 0.08 * Math.max(maxX - minX, maxY - minY, 1);
    this.#drawing.setAttribute(
      'viewBox',
      [minX - margin, minY - margin, maxX - minX + 2 * margin, maxY - minY + 2 * margin].join(' '),
    );
  }

  #drawFloor(unit: number): void {
    const { area, venue } = this.store.start;
    this.#floor.replaceChildren(
      ...venue.zones.map(({ name, polygon }) =>
        svg('polygon', { points: ring(polygon), class: 'zone' }, svg('title', {}, name)),
      ),
      ...venue.walls.map((wall) =>
        svg('polyline', { points: ring(wall), class: 'wall', 'stroke-width': 1.5 * unit }),
      ),
      svg('polygon', { points: ring(area), class: 'area', 'stroke-width': 2 * unit }),
    );
  }

  #drawOutlines(unit: number): void {
    const { found } = this.store;
    if (!found?.ok) {
      this.#outlines.replaceChildren();
      return;
    }
    const { x, y } = found.camera;
    const view = pointList(found.view.map((corner) => ({ x: corner.x, y: -corner.y })));
    this.#outlines.replaceChildren(
      svg('polygon', { points: view, class: 'seen', 'stroke-width': 1.5 * unit }),
      svg('circle', { class: 'camera', cx: x, cy: -y, r: 6 * unit }),
      svg(
        'text',
        { class: 'camera-name', x: x + 9 * unit, y: -y + 4 * unit, 'font-size': 12 * unit },
        'camera',
      ),
    );
  }
}
