import { fail, ok, type Result } from '@throng/contract';
import type { Calibration, Distortion } from '../settings/calibration-settings.js';

export type PairMark = Calibration['pairs'][number];
export type LengthMark = NonNullable<Calibration['lengths']>[number];
export type StandingMark = NonNullable<Calibration['standing']>[number];
type Pixel = [number, number];

type Parsed<Value> = Result<Value, 'unreadable-mark'>;

const unreadable = (text: string, wanted: string) =>
  fail('unreadable-mark', `"${text}" is not of the form ${wanted}.`);

/** The numbers of a list between commas; undefined if one is none. */
const numbersIn = (text: string): number[] | undefined => {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map(Number);
  return parts.every((part) => part !== '') && numbers.every(Number.isFinite) ? numbers : undefined;
};

/** `px,py=x,y`: a pixel and the metres of the plan that it shows. */
export const parsePair = (text: string): Parsed<PairMark> => {
  const [left = '', right = '', ...rest] = text.split('=');
  const [px, py, ...morePixel] = numbersIn(left) ?? [];
  const [x, y, ...moreGround] = numbersIn(right) ?? [];
  const surplus = rest.length + morePixel.length + moreGround.length;
  if (surplus > 0 || px === undefined || py === undefined || x === undefined || y === undefined) {
    return unreadable(text, 'px,py=x,y, such as 640,512=12.5,3');
  }
  return ok({ pixel: [px, py], ground: [x, y] });
};

const parseSpan = (text: string): { from: Pixel; to: Pixel; metres: number } | undefined => {
  const [left = '', right = '', ...rest] = text.split('=');
  const [ax, ay, bx, by, ...more] = numbersIn(left) ?? [];
  const metres = Number(right);
  if (rest.length + more.length > 0 || right.trim() === '' || !(metres > 0)) return undefined;
  if (ax === undefined || ay === undefined || bx === undefined || by === undefined) {
    return undefined;
  }
  return { from: [ax, ay], to: [bx, by], metres };
};

/** `px,py,px,py=metres`: two pixels of the ground and their distance. */
export const parseLength = (text: string): Parsed<LengthMark> => {
  const span = parseSpan(text);
  return span === undefined
    ? unreadable(text, 'px,py,px,py=metres, such as 300,610,820,600=4.5')
    : ok(span);
};

/** `px,py,px,py=metres`: foot and head of something upright, and its height. */
export const parseStanding = (text: string): Parsed<StandingMark> => {
  const span = parseSpan(text);
  return span === undefined
    ? unreadable(text, 'foot-px,foot-py,head-px,head-py=metres, such as 640,512,640,390=1.8')
    : ok({ foot: span.from, head: span.to, metres: span.metres });
};

/** `px,py,px,py,px,py…`: points along an edge that is straight in the world. */
export const parseEdge = (text: string): Parsed<Pixel[]> => {
  const numbers = numbersIn(text) ?? [];
  if (numbers.length < 6 || numbers.length % 2 > 0) {
    return unreadable(text, 'px,py,px,py,px,py…, three points or more along one straight edge');
  }
  return ok(
    Array.from({ length: numbers.length / 2 }, (_, i) => [
      numbers[2 * i] ?? 0,
      numbers[2 * i + 1] ?? 0,
    ]),
  );
};

/** `x,y,height` of the lens, metres. */
export const parsePosition = (text: string): Parsed<[number, number, number]> => {
  const [x, y, z, ...more] = numbersIn(text) ?? [];
  return x === undefined || y === undefined || z === undefined || !(z > 0) || more.length > 0
    ? unreadable(text, 'x,y,height in metres, such as 12,3.5,6.2')
    : ok([x, y, z]);
};

/** `none`, `auto`, or OpenCV's k1[,k2[,p1,p2[,k3]]] in units of half the picture's diagonal. */
export type DistortionChoice = Distortion | 'auto' | 'none';

export const parseDistortion = (text: string): Parsed<DistortionChoice> => {
  if (text === 'auto' || text === 'none') return ok(text);
  const [k1, k2, p1, p2, k3, ...more] = numbersIn(text) ?? [];
  if (k1 === undefined || more.length > 0 || (p1 !== undefined && p2 === undefined)) {
    return unreadable(text, 'auto, none or k1[,k2[,p1,p2[,k3]]]');
  }
  return ok({
    model: 'brown-conrady',
    k1,
    ...(k2 === undefined ? {} : { k2 }),
    ...(p1 === undefined || p2 === undefined ? {} : { p1, p2 }),
    ...(k3 === undefined ? {} : { k3 }),
  });
};

/** `1920x1080`. */
export const parseSize = (text: string): Parsed<[number, number]> => {
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/.exec(text) ?? [];
  return width === undefined || height === undefined
    ? unreadable(text, 'WIDTHxHEIGHT, such as 1920x1080')
    : ok([Number(width), Number(height)]);
};
