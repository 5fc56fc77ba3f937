import type { FleetCamera } from '../../state/fleet.js';
import { texts } from '../../texts/index.js';
import { tenth } from '../../texts/numbers.js';
import { pageTexts } from '../../texts/pages.js';

const words = pageTexts('fleet');

/** The cameras of one agent, a row each; what is not known is shown as unknown. */
export const CameraTable = ({
  cameras,
  edge,
}: {
  readonly cameras: readonly FleetCamera[];
  readonly edge: string;
}) => (
  <section
    className="table-scroll"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by keys
    tabIndex={0}
    aria-label={`${edge}${texts.punctuation.colon}${texts.devices.cameras}`}
  >
    <table className="fleet-table">
      <thead>
        <tr>
          {columns.map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cameras.map((camera) => (
          <tr key={camera.definition.id}>
            {columns.map(({ heading, of }, index) =>
              index === 0 ? (
                <th key={heading} scope="row">
                  {of(camera)}
                </th>
              ) : (
                <td key={heading}>{of(camera)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

interface Column {
  readonly heading: string;
  readonly of: (camera: FleetCamera) => string;
}

const known = <Value,>(value: Value | null | undefined, text: (value: Value) => string): string =>
  value === null || value === undefined ? words.unknown : text(value);

const columns: readonly Column[] = [
  { heading: words.camera.camera, of: ({ definition }) => definition.name },
  { heading: words.camera.state, of: ({ state }) => texts.devices.camera[state.state] },
  {
    heading: words.camera.frames,
    of: ({ state: { health } }) =>
      known(health, ({ framesPerSecond, sampling }) =>
        sampling === undefined
          ? tenth(framesPerSecond)
          : `${tenth(framesPerSecond)} / ${tenth(sampling.wanted)}`,
      ),
  },
  {
    heading: words.camera.latency,
    of: ({ state }) => known(state.latency, ({ p95 }) => `${Math.round(p95)} ms`),
  },
  { heading: words.camera.decoder, of: ({ state }) => known(state.health?.decoder, String) },
  {
    heading: words.camera.calibration,
    of: ({ calibrationDays, state }) =>
      known(state.health?.calibrationError, (error) => words.calibration(error, calibrationDays)),
  },
  {
    heading: words.camera.correction,
    of: ({ state: { health } }) =>
      health?.correction === undefined
        ? words.none
        : words.correction(health.correction.factor, health.correction.counts),
  },
  {
    heading: words.camera.drift,
    of: ({ state }) =>
      known(state.health?.drift, (drift) =>
        drift.length === 0 ? words.none : texts.count.persons(drift.length),
      ),
  },
  {
    heading: words.camera.reconnects,
    of: ({ state }) => known(state.health, ({ reconnects }) => texts.count.persons(reconnects)),
  },
];
