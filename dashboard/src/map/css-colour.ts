import { type Colour, type RiskBand, riskColour } from '@throng/crowd';

export const cssColour = ({ r, g, b }: Colour): string => `rgb(${r} ${g} ${b})`;

/** The canvas of OpenLayers reads the older form with commas. */
export const canvasColour = ({ r, g, b }: Colour, alpha = 1): string =>
  `rgba(${r}, ${g}, ${b}, ${alpha})`;

export const bandColour = (band: RiskBand): string => canvasColour(riskColour(band));
