import { toCellSteps } from '@throng/contract';
import { densityScaleStops } from '@throng/crowd';
import { heatPalette } from '../map/heat-palette.js';
import { texts } from '../texts/index.js';
import { BandMark } from './band-mark.js';

const TOP = densityScaleStops.at(-1)?.density ?? 7;
const SLICES = 70;
const WIDTH = 210;

const slices = Array.from({ length: SLICES }, (_, index) => {
  const entry = toCellSteps(((index + 0.5) / SLICES) * TOP) * 4;
  const [r = 0, g = 0, b = 0, alpha = 0] = heatPalette.subarray(entry, entry + 4);
  return { x: (index / SLICES) * WIDTH, fill: `rgb(${r} ${g} ${b})`, opacity: alpha / 255 };
});

/** The fixed scale: the same colour is the same density everywhere and always. */
export const Legend = () => (
  <div className="legend">
    <span className="legend-title">{texts.map.legend}</span>
    <svg
      className="legend-scale"
      viewBox={`-6 0 ${WIDTH + 16} 26`}
      role="img"
      aria-label={texts.map.legendLabel(densityScaleStops.map(({ density }) => density))}
    >
      <rect className="legend-floor" width={WIDTH} height="10" />
      {slices.map(({ x, fill, opacity }) => (
        <rect key={x} x={x} width={WIDTH / SLICES} height="10" fill={fill} opacity={opacity} />
      ))}
      {densityScaleStops.map(({ density }) => (
        <g key={density} transform={`translate(${(density / TOP) * WIDTH} 0)`}>
          <path className="legend-tick" d="M0 10v3" />
          <text y="24" textAnchor="middle">
            {`${texts.threshold(density)}${density === TOP ? '+' : ''}`}
          </text>
        </g>
      ))}
    </svg>
    <span className="legend-unknown">
      <span className="hatch-swatch" aria-hidden="true" />
      {texts.map.legendUnknown}
    </span>
    <span className="legend-marks">
      <span>
        <svg className="pinch-swatch" viewBox="0 0 30 14" aria-hidden="true">
          <path d="M1 1v12l10-6ZM29 1v12l-10-6Z" />
        </svg>
        {texts.bottleneck.legend}
      </span>
      <span>
        <svg className="queue-swatch" viewBox="0 0 30 14" aria-hidden="true">
          <path d="M4 7h23" />
        </svg>
        {texts.bottleneck.legendQueue}
      </span>
    </span>
    <span className="legend-bands">
      {(['watch', 'warning', 'critical', 'emergency'] as const).map((band) => (
        <span key={band}>
          <BandMark standing={band} />
          {texts.band[band]}
        </span>
      ))}
    </span>
  </div>
);
