/**
 * A colour by its role. Charts carry it twice: as an attribute, which print and PDF take, and as a
 * class, by which a page's style sheet can put its dark colour over it.
 */
export type Tone =
  | 'ink'
  | 'quiet'
  | 'rule'
  | 'shade'
  | 'few'
  | 'ground'
  | 'blue'
  | 'orange'
  | 'green'
  | 'purple'
  | 'red';

interface Shades {
  readonly light: string;
  readonly dark: string;
}

/**
 * Series keep apart for colour-blind eyes on either ground.
 * Source: M. Okabe and K. Ito, "Color Universal Design", 2008; the dark ground's are lightened.
 */
const SHADES: Readonly<Record<Tone, Shades>> = {
  ink: { light: '#1d2430', dark: '#e8ecf2' },
  quiet: { light: '#5a6472', dark: '#a3adbb' },
  rule: { light: '#d5dae1', dark: '#3a4350' },
  shade: { light: '#f1f3f6', dark: '#222932' },
  few: { light: '#e4e8ee', dark: '#39424f' },
  ground: { light: '#ffffff', dark: '#161b22' },
  blue: { light: '#0a66a8', dark: '#6cb8ee' },
  orange: { light: '#c45500', dark: '#f39a4a' },
  green: { light: '#00785a', dark: '#4fc3a1' },
  purple: { light: '#8f3f83', dark: '#dd9acd' },
  red: { light: '#b3261e', dark: '#f2827a' },
};

/** What fills with a tone. */
export const fill = (tone: Tone) => ({ fill: SHADES[tone].light, className: `fill-${tone}` });

/** What is drawn as a line of a tone. */
export const stroke = (tone: Tone) => ({
  stroke: SHADES[tone].light,
  className: `stroke-${tone}`,
});

const rulesOf = (ground: keyof Shades): string =>
  Object.entries(SHADES)
    .map(
      ([tone, shades]) =>
        `.fill-${tone}{fill:${shades[ground]}}.stroke-${tone}{stroke:${shades[ground]}}`,
    )
    .join('');

/** For a page that holds charts: their colours on a dark ground, where the reader asks for one. */
export const CHART_STYLE = `@media screen and (prefers-color-scheme:dark){${rulesOf('dark')}}`;
