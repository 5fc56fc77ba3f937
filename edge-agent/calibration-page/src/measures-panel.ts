import { byId, html } from './dom.js';
import { changeSpan, removeSpan, type SpanKind } from './marks.js';
import { refill } from './refill.js';
import type { Store } from './store.js';

const typedNumber = (value: string): number | null => {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) || number <= 0 ? null : number;
};

const NUMBERS = ['cameraHeight', 'fieldOfView', 'headHeight'] as const;
type NumberName = (typeof NUMBERS)[number];

/** Lengths, heights and the camera's own measures: the way without four points of a plan. */
export class MeasuresPanel {
  readonly #place = byId('measures', HTMLDivElement);

  constructor(private readonly store: Store) {
    this.#place.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) this.#typed(event.target);
    });
    this.#place.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const [kind, index = ''] = button?.getAttribute('data-remove')?.split(' ') ?? [];
      if (kind === 'lengths' || kind === 'standing') {
        store.edit(removeSpan(store.marks, kind, Number(index)));
      }
    });
  }

  draw(): void {
    const { marks } = this.store;
    refill(this.#place, [
      html(
        'p',
        { class: 'dim' },
        'Without four points of the plan: mark lengths on the ground and people or poles of known height, give the height of the camera, and place it all by two pairs.',
      ),
      this.#number('cameraHeight', 'Camera height, m', marks.cameraHeight),
      this.#number('fieldOfView', 'Angle of view across, °', marks.fieldOfView),
      this.#number('headHeight', 'Mean height of heads, m', marks.headHeight),
      ...this.#spans('lengths', 'L', 'Length'),
      ...this.#spans('standing', 'H', 'Height'),
    ]);
  }

  #number(name: NumberName, label: string, value: number | null): HTMLElement {
    return html(
      'label',
      { class: 'field' },
      label,
      html('input', {
        type: 'number',
        step: 0.01,
        min: 0,
        value: value ?? '',
        placeholder: name === 'headHeight' ? '1.6' : 'not measured',
        'data-key': name,
      }),
    );
  }

  #spans(kind: SpanKind, letter: string, name: string): HTMLElement[] {
    const { found, marks } = this.store;
    let complete = -1;
    return marks[kind].map(({ metres }, index) => {
      if (metres > 0) complete += 1;
      const judged = found?.ok && metres > 0 ? found[kind][complete] : undefined;
      return html(
        'div',
        { class: 'field' },
        html('span', {}, `${letter}${index + 1}`),
        html('input', {
          type: 'number',
          step: 0.01,
          min: 0,
          value: metres > 0 ? metres : '',
          placeholder: 'metres',
          'aria-label': `${name} ${index + 1}, metres`,
          'data-key': `${kind}-${index}`,
        }),
        html(
          'span',
          { class: 'figure-cell' },
          judged === undefined ? '' : `found ${judged.foundMetres.toFixed(2)} m`,
        ),
        html(
          'button',
          {
            type: 'button',
            class: 'cross',
            'data-remove': `${kind} ${index}`,
            'aria-label': `Delete ${name.toLowerCase()} ${index + 1}`,
          },
          '×',
        ),
      );
    });
  }

  #typed(input: HTMLInputElement): void {
    const key = input.getAttribute('data-key') ?? '';
    const { marks } = this.store;
    const name = NUMBERS.find((known) => known === key);
    const value = typedNumber(input.value);
    if (name === 'headHeight') this.store.edit({ ...marks, headHeight: value ?? 1.6 });
    else if (name !== undefined) this.store.edit({ ...marks, [name]: value });
    const [kind, index = ''] = key.split('-');
    if (kind === 'lengths' || kind === 'standing') {
      this.store.edit(changeSpan(marks, kind, Number(index), { metres: value ?? 0 }));
    }
  }
}
