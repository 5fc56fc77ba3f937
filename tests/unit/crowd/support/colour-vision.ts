import type { Colour } from '@throng/crowd';

type Row = readonly [number, number, number];
type Lens = readonly [Row, Row, Row];

/**
 * How linear RGB looks without one kind of cone, at full severity.
 * Source: Machado, Oliveira, Fernandes, IEEE TVCG 15(6), 2009.
 */
export const colourVisions: Readonly<Record<string, Lens>> = {
  'common vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const dot = (row: Row, [a, b, c]: Row): number => row[0] * a + row[1] * b + row[2] * c;

const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);

/** CIE L*a*b* of a colour as seen with a kind of vision, D65. */
export const seenLab = ({ r, g, b }: Colour, vision: Lens): Row => {
  const rgb: Row = [linear(r), linear(g), linear(b)];
  const [sr, sg, sb] = vision.map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
  const seen: Row = [sr ?? 0, sg ?? 0, sb ?? 0];
  const x = root(dot([0.4124, 0.3576, 0.1805], seen) / 0.9505);
  const y = root(dot([0.2126, 0.7152, 0.0722], seen));
  const z = root(dot([0.0193, 0.1192, 0.9505], seen) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** ΔE*ab between two colours as seen with a kind of vision; about 2 is just noticeable. */
export const seenDifference = (a: Colour, b: Colour, vision: Lens): number => {
  const [la, lb] = [seenLab(a, vision), seenLab(b, vision)];
  return Math.hypot(la[0] - lb[0], la[1] - lb[1], la[2] - lb[2]);
};
