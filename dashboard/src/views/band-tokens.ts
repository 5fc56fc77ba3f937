import { type Colour, riskBands, riskColour } from '@throng/crowd';
import { cssColour } from '../map/css-colour.js';

/** Relative luminance by WCAG 2.2, of an sRGB colour. */
const luminance = ({ r, g, b }: Colour): number => {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

/** Black or white, whichever reads better on the colour: at L = 0.179 both reach 4.6 : 1. */
const inkOn = (colour: Colour): string => (luminance(colour) > 0.179 ? '#0b0d10' : '#ffffff');

/** Gives the style sheet the bands' colours, so that they are stated once: in `@throng/crowd`. */
export const setBandTokens = (style: CSSStyleDeclaration): void => {
  for (const band of riskBands) {
    const colour = riskColour(band);
    style.setProperty(`--band-${band}`, cssColour(colour));
    style.setProperty(`--on-band-${band}`, inkOn(colour));
  }
};
