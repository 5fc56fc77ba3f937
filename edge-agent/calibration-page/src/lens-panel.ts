import { askLens } from './api.js';
import { byId, html } from './dom.js';
import { draftOf } from './marks.js';
import { refill } from './refill.js';
import type { Store } from './store.js';

/** The lens: typed, found from straight edges or from the pairs, or none. */
export class LensPanel {
  readonly #place = byId('lens', HTMLDivElement);
  #said = '';

  constructor(private readonly store: Store) {
    this.#place.addEventListener('change', () => this.#typed());
    this.#place.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const action = button?.getAttribute('data-key');
      if (action === 'find') void this.#find();
      if (action === 'new-edge') this.#newEdge();
      if (action === 'none') this.#none();
    });
  }

  draw(): void {
    const { distortion, edges } = this.store.marks;
    const number = (name: 'k1' | 'k2') =>
      html(
        'label',
        { class: 'field' },
        name,
        html('input', {
          type: 'number',
          step: 0.001,
          min: -10,
          max: 10,
          value: distortion?.[name] ?? '',
          placeholder: '0',
          'data-key': name,
        }),
      );
    const button = (key: string, text: string) =>
      html('button', { type: 'button', class: 'button small', 'data-key': key }, text);
    refill(this.#place, [
      html(
        'p',
        { class: 'dim' },
        'Where straight edges look bent, choose “Edge” and mark three or more points along each of two long ones near the border; or mark six pairs and more.',
      ),
      number('k1'),
      number('k2'),
      html(
        'div',
        { class: 'row' },
        button('find', edges.length > 0 ? 'Find from the edges' : 'Find from the pairs'),
        button('new-edge', 'Next edge'),
        button('none', 'No lens'),
      ),
      html('p', { role: 'status' }, this.#said),
    ]);
  }

  async #find(): Promise<void> {
    const { marks } = this.store;
    const edges = marks.edges.filter((edge) => edge.length > 0);
    const reply = await askLens(draftOf(marks), edges);
    this.#said = reply.ok ? reply.value.message : reply.fault;
    if (reply.ok) this.store.edit({ ...marks, distortion: reply.value.distortion });
    else this.draw();
  }

  /** From now on clicks belong to another edge. */
  #newEdge(): void {
    const { marks } = this.store;
    this.store.shown = { ...this.store.shown, tool: 'edge' };
    this.store.edit({ ...marks, edges: [...marks.edges.filter((edge) => edge.length > 0), []] });
  }

  #none(): void {
    this.#said = '';
    this.store.edit({ ...this.store.marks, distortion: null });
  }

  #typed(): void {
    const [k1 = '', k2 = ''] = [...this.#place.querySelectorAll('input')].map(({ value }) => value);
    const { marks } = this.store;
    const distortion =
      k1 === '' && k2 === ''
        ? null
        : ({
            ...marks.distortion,
            model: 'brown-conrady',
            k1: Number(k1),
            ...(k2 === '' ? {} : { k2: Number(k2) }),
          } as const);
    this.store.edit({ ...marks, distortion });
  }
}
