import type { Assessment } from '../../src/calibration/assessment.js';
import { byId, html } from './dom.js';
import type { Store } from './store.js';

const metres = (value: number, digits = 2): string => `${value.toFixed(digits)} m`;

const facts = (found: Assessment): readonly (readonly [string, string])[] => {
  const { camera, lens } = found;
  return [
    ['Residuals', `${metres(found.rmsMetres)} rms · ${found.rmsPixels.toFixed(1)} px`],
    ['Camera height', `${metres(camera.height)}${camera.isMeasured ? '' : ' (estimated)'}`],
    ['Camera place', `${camera.x.toFixed(1)}, ${camera.y.toFixed(1)}`],
    ...(camera.fieldOfView === null
      ? []
      : [
          [
            'View',
            `${camera.fieldOfView.toFixed(0)}° across${camera.tilt === null ? '' : `, ${camera.tilt.toFixed(0)}° down`}`,
          ] as const,
        ]),
    ...(found.reachMetres === null
      ? []
      : [['Reach at 0.25 m/px', metres(found.reachMetres, 0)] as const]),
    ['Area in view', `${found.seenArea.toFixed(0)} of ${found.wholeArea.toFixed(0)} m²`],
    ...(lens === null
      ? []
      : [['Lens', `k1 ${lens.k1}, corner ${lens.cornerPixels.toFixed(0)} px`] as const]),
  ];
};

const errorTable = ({ errors }: Assessment): HTMLElement =>
  html(
    'table',
    { class: 'errors' },
    html('caption', {}, 'Expected error by distance'),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        ...['From camera', 'Per pixel', 'Expected'].map((title) =>
          html('th', { scope: 'col' }, title),
        ),
      ),
    ),
    html(
      'tbody',
      {},
      ...errors.map((entry) =>
        html(
          'tr',
          {},
          html('th', { scope: 'row' }, metres(entry.distance, 0)),
          html('td', {}, metres(entry.radialPerPixel, 3)),
          html('td', {}, metres(entry.expectedMetres)),
        ),
      ),
    ),
  );

/** What the marks amount to so far. */
export class ResultPanel {
  readonly #result = byId('result', HTMLDivElement);
  readonly #warnings = byId('warnings', HTMLUListElement);

  constructor(private readonly store: Store) {}

  draw(): void {
    const { found } = this.store;
    this.#warnings.replaceChildren(
      ...(found?.ok ? found.warnings.map((text) => html('li', {}, text)) : []),
    );
    const { lengths, pairs, standing } = this.store.marks;
    if (found === null || pairs.length + lengths.length + standing.length === 0) {
      this.#result.replaceChildren(html('p', { class: 'dim' }, 'Nothing is marked yet.'));
      return;
    }
    if (!found.ok) {
      this.#result.replaceChildren(html('p', { class: 'unsolved' }, found.message));
      return;
    }
    this.#result.replaceChildren(
      html(
        'dl',
        {},
        ...facts(found).flatMap(([name, value]) => [html('dt', {}, name), html('dd', {}, value)]),
      ),
      ...(found.errors.length > 0 ? [errorTable(found)] : []),
    );
  }
}
