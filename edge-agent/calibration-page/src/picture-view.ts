import type { PlaceMessage } from '../../src/calibration/page-messages.js';
import { byId, pointList, svg } from './dom.js';
import { markShape } from './mark-shape.js';
import { addPoint, addSpan, type Marks, type XY } from './marks.js';
import { inPicture, moveMark, removeMark } from './picture-marks.js';
import { refill } from './refill.js';
import type { Store } from './store.js';
import { makeSurface, unitsPerPixel } from './surface.js';

const points = (list: readonly XY[]): string => list.map(([x, y]) => `${x},${y}`).join(' ');

/** The picture with its marks, the grid, the horizon and the stick figure. */
export class PictureView {
  readonly #drawing = byId('picture', SVGSVGElement);
  readonly #backdrop = svg('g');
  readonly #marks = svg('g');
  readonly #figure = svg('g', { class: 'figure' });
  /** The first end of a length that is being marked. */
  #begun: XY | null = null;

  constructor(
    private readonly store: Store,
    onHover: (at: XY | null) => void,
  ) {
    this.#drawing.append(this.#backdrop, this.#figure, this.#marks);
    makeSurface(this.#drawing, {
      press: (at) => this.#press(inPicture(at, store.size)),
      drag: (key, at) =>
        store.edit(moveMark(store.marks, key, inPicture(at, store.size)), `drag ${key}`),
      hover: onHover,
      select: (key) => this.#select(key),
      nudge: (key, across, down, isFast) => this.#nudge(key, across, down, isFast, onHover),
      remove: (key) => store.edit(removeMark(store.marks, key)),
    });
    new ResizeObserver(() => this.draw()).observe(this.#drawing);
  }

  draw(): void {
    const { found, marks, shown, size } = this.store;
    const [width, height] = size;
    this.#drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.#drawing.parentElement?.style.setProperty('--aspect', `${width} / ${height}`);
    const unit = unitsPerPixel(this.#drawing);
    this.#backdrop.replaceChildren(...(found?.ok && shown.grid ? this.#grid(unit) : []));
    refill(this.#marks, [...this.#spans(marks, unit), ...this.#pairs(marks, unit)]);
  }

  /** The stick figure at the pointer: 1.6 m of a person, from foot to head. */
  drawFigure(place: PlaceMessage | null): void {
    const unit = unitsPerPixel(this.#drawing);
    if (place?.foot == null || place.head == null) {
      this.#figure.replaceChildren();
      return;
    }
    const [fx, fy] = place.foot;
    const [hx, hy] = place.head;
    const tall = Math.hypot(hx - fx, hy - fy);
    const radius = Math.max(1.5 * unit, tall / 14);
    const along = (share: number): XY => [fx + (hx - fx) * share, fy + (hy - fy) * share];
    const across: XY = [((hy - fy) / tall) * 0.18 * tall, (-(hx - fx) / tall) * 0.18 * tall];
    const [hip, neck, shoulder] = [along(0.48), along(0.88), along(0.8)];
    const limb = (from: XY, to: XY) => svg('polyline', { points: points([from, to]) });
    const beside = ([x, y]: XY, side: number): XY => [x + side * across[0], y + side * across[1]];
    this.#figure.replaceChildren(
      svg('ellipse', { class: 'ground', cx: fx, cy: fy, rx: 7 * unit, ry: 3.5 * unit }),
      limb(hip, neck),
      limb(hip, beside([fx, fy], 0.5)),
      limb(hip, beside([fx, fy], -0.5)),
      limb(shoulder, beside(hip, 1)),
      limb(shoulder, beside(hip, -1)),
      svg('circle', { cx: hx, cy: hy, r: radius }),
    );
  }

  #grid(unit: number): SVGElement[] {
    const { found } = this.store;
    if (!found?.ok) return [];
    const line = (isMajor: boolean) =>
      found.grid
        .filter((entry) => entry.isMajor === isMajor)
        .map((entry) => `M${pointList(entry.points)}`)
        .join('');
    const shade = (d: string, kind: string, width: number) => [
      svg('path', { d, class: `${kind} under`, 'stroke-width': (width + 1.5) * unit }),
      svg('path', { d, class: kind, 'stroke-width': width * unit }),
    ];
    const horizon =
      found.horizon.length > 1
        ? [
            svg('polyline', { points: pointList(found.horizon), class: 'horizon' }),
            svg(
              'text',
              {
                class: 'horizon-name',
                x: (found.horizon[0]?.x ?? 0) + 8 * unit,
                y: (found.horizon[0]?.y ?? 0) - 6 * unit,
                'font-size': 12 * unit,
              },
              'horizon',
            ),
          ]
        : [];
    return [
      ...shade(line(false), 'grid', 0.8),
      ...shade(line(true), 'grid major', 1.6),
      ...horizon,
    ];
  }

  #pairs({ pairs }: Marks, unit: number): SVGElement[] {
    const { shown } = this.store;
    return pairs.flatMap(({ ground, pixel }, index) => {
      if (pixel === null) return [];
      const [x, y] = pixel;
      const state =
        ground === null ? 'waiting' : this.store.judged(index)?.isSuspect ? 'suspect' : '';
      return markShape({
        key: `pair-${index}`,
        name: `${index + 1}`,
        label: `Pair ${index + 1} in the picture at ${x.toFixed(0)}, ${y.toFixed(0)}`,
        at: pixel,
        unit,
        kind: `pair ${state}`,
        isSelected: shown.selected === index,
      });
    });
  }

  #spans(marks: Marks, unit: number): SVGElement[] {
    const ends = (kind: 'lengths' | 'standing', letter: string, name: string) =>
      marks[kind].flatMap(({ from, to }, index) => [
        svg('polyline', {
          points: points([from, to]),
          class: `span ${kind}`,
          'stroke-width': 2 * unit,
        }),
        ...([from, to] as const).map((at, end) =>
          markShape({
            key: `${kind}-${index}-${end === 0 ? 'from' : 'to'}`,
            name: end === 0 ? `${letter}${index + 1}` : '',
            label: `${name} ${index + 1}, ${end === 0 ? 'first' : 'second'} end`,
            at,
            unit,
            kind,
            isSelected: false,
          }),
        ),
      ]);
    const edges = marks.edges.flatMap((edge, index) => [
      svg('polyline', { points: points(edge), class: 'span edge', 'stroke-width': 2 * unit }),
      ...edge.map((at, point) =>
        markShape({
          key: `edge-${index}-${point}`,
          name: point === 0 ? `E${index + 1}` : '',
          label: `Edge ${index + 1}, point ${point + 1}`,
          at,
          unit,
          kind: 'edge',
          isSelected: false,
        }),
      ),
    ]);
    const begun =
      this.#begun === null
        ? []
        : [svg('circle', { class: 'begun', cx: this.#begun[0], cy: this.#begun[1], r: 6 * unit })];
    return [
      ...ends('lengths', 'L', 'Length'),
      ...ends('standing', 'H', 'Height'),
      ...edges,
      ...begun,
    ];
  }

  #press(at: XY): void {
    const { marks, shown } = this.store;
    switch (shown.tool) {
      case 'pair': {
        const added = addPoint(marks, 'pixel', at);
        this.store.shown = { ...shown, selected: added.index };
        this.store.edit(added.marks);
        return;
      }
      case 'edge': {
        const last = marks.edges.length - 1;
        const edges =
          last < 0 ? [[at]] : marks.edges.with(last, [...(marks.edges[last] ?? []), at]);
        this.store.edit({ ...marks, edges });
        return;
      }
      default:
        this.#pressSpan(shown.tool === 'length' ? 'lengths' : 'standing', at);
    }
  }

  #pressSpan(kind: 'lengths' | 'standing', at: XY): void {
    const from = this.#begun;
    if (from === null) {
      this.#begun = at;
      this.draw();
      return;
    }
    this.#begun = null;
    const metres = kind === 'standing' ? this.store.marks.headHeight + 0.15 : 0;
    this.store.edit(addSpan(this.store.marks, kind, { from, to: at, metres }));
  }

  #select(key: string): void {
    const [, index] = /^pair-(\d+)$/.exec(key) ?? [];
    const selected = index === undefined ? null : Number(index);
    if (this.store.shown.selected !== selected) this.store.show({ selected });
  }

  #nudge(
    key: string,
    across: number,
    down: number,
    isFast: boolean,
    onHover: (at: XY | null) => void,
  ): void {
    const step = isFast ? 10 : 1;
    const { marks, size } = this.store;
    const mark = this.#drawing.querySelector(`[data-key="${key}"]`);
    const at = inPicture(
      [
        Number(mark?.getAttribute('data-x')) + across * step,
        Number(mark?.getAttribute('data-y')) + down * step,
      ],
      size,
    );
    this.store.edit(moveMark(marks, key, at), `nudge ${key}`);
    onHover(at);
  }
}
