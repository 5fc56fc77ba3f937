import { byId, html } from './dom.js';
import { movePoint, type PairMark, removePair, type Side, type XY } from './marks.js';
import { refill } from './refill.js';
import type { Store } from './store.js';

const number = (value: number | null | undefined, digits: number): string =>
  value == null ? '' : value.toFixed(digits);

/** The pairs as numbers that can be typed, with their residuals. */
export class PairsTable {
  readonly #table = byId('pairs', HTMLTableElement);

  constructor(private readonly store: Store) {
    this.#table.addEventListener('change', (event) => this.#typed(event.target));
    this.#table.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const index = button?.getAttribute('data-remove');
      if (index != null) store.edit(removePair(store.marks, Number(index)));
    });
    this.#table.addEventListener('focusin', (event) => {
      const row = event.target instanceof Element ? event.target.closest('tr') : null;
      const index = row?.getAttribute('data-index');
      if (index != null && store.shown.selected !== Number(index)) {
        store.show({ selected: Number(index) });
      }
    });
  }

  draw(): void {
    const { marks } = this.store;
    byId('hint', HTMLParagraphElement).textContent = this.#hint();
    this.#table.hidden = marks.pairs.length === 0;
    refill(this.#table, [
      html(
        'thead',
        {},
        html(
          'tr',
          {},
          ...['', 'Pixel', 'Plan, m', 'Off by', ''].map((title) =>
            html('th', { scope: 'col' }, title),
          ),
        ),
      ),
      html('tbody', {}, ...marks.pairs.map((pair, index) => this.#row(pair, index))),
    ]);
  }

  #hint(): string {
    const { pairs } = this.store.marks;
    const open = pairs.findIndex(({ ground, pixel }) => ground === null || pixel === null);
    if (open >= 0) {
      return pairs[open]?.ground === null
        ? `Pair ${open + 1}: now click the same spot on the floor plan, or type its metres.`
        : `Pair ${open + 1}: now click the same spot in the picture.`;
    }
    return pairs.length < 4
      ? 'Click a spot on the ground in the picture, then the same spot on the floor plan.'
      : '';
  }

  #row(pair: PairMark, index: number): HTMLTableRowElement {
    const { shown } = this.store;
    const judged = this.store.judged(index);
    const input = (side: Side, axis: 0 | 1, digits: number, step: number) =>
      html('input', {
        type: 'number',
        step,
        inputmode: 'decimal',
        value: number(pair[side]?.[axis], digits),
        'aria-label': `Pair ${index + 1}, ${side === 'pixel' ? 'pixel' : 'plan'} ${axis === 0 ? 'x' : 'y'}`,
        'data-key': `${side}-${index}-${axis}`,
      });
    const state = judged?.isSuspect ? 'suspect' : '';
    return html(
      'tr',
      { 'data-index': index, class: `${state}${shown.selected === index ? ' selected' : ''}` },
      html('th', { scope: 'row' }, `${index + 1}`),
      html('td', {}, input('pixel', 0, 1, 0.1), input('pixel', 1, 1, 0.1)),
      html('td', {}, input('ground', 0, 2, 0.01), input('ground', 1, 2, 0.01)),
      html(
        'td',
        {
          class: 'figure-cell',
          title:
            judged?.unseenMetres == null
              ? ''
              : `The other pairs alone would put it ${judged.unseenMetres.toFixed(2)} m off`,
        },
        judged === undefined ? '—' : `${judged.residualMetres.toFixed(2)} m`,
      ),
      html(
        'td',
        {},
        html(
          'button',
          {
            type: 'button',
            class: 'cross',
            'data-remove': index,
            'data-key': `remove-${index}`,
            'aria-label': `Delete pair ${index + 1}`,
          },
          '×',
        ),
      ),
    );
  }

  #typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const [side, index = '', axis = ''] = (target.getAttribute('data-key') ?? '').split('-');
    if (side !== 'pixel' && side !== 'ground') return;
    const row = target.closest('td');
    const [x, y] = [...(row?.querySelectorAll('input') ?? [])].map(({ value }) =>
      value === '' ? Number.NaN : Number(value),
    );
    // One number of two is no point yet: the other is waited for.
    if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return;
    const at: XY = [x, y];
    this.store.edit(movePoint(this.store.marks, Number(index), side, at), `type ${index} ${axis}`);
  }
}
