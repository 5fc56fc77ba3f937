import { createRandom, mixSeed, type Random } from '../random/random.js';
import { type Rgb, shaded, varied } from './colour.js';
import { coats, hairs, hats, shirts, shoes, skins, trousers } from './wardrobe.js';

export type Headwear = 'none' | 'cap' | 'beanie' | 'hood' | 'brim';
export type HairCut = 'short' | 'long' | 'tied' | 'bald';
/** What a top shows besides its colour. */
export type Print = 'plain' | 'stripes' | 'badge' | 'open';
export type Posture = 'relaxed' | 'phone' | 'pockets' | 'raised';

/** What makes a person look like one and no other. Lengths in metres. */
export interface Appearance {
  readonly stature: number;
  readonly shoulderBreadth: number;
  readonly girth: number;
  readonly skin: Rgb;
  readonly hair: Rgb;
  readonly hairCut: HairCut;
  readonly headwear: Headwear;
  readonly headwearColour: Rgb;
  readonly top: Rgb;
  readonly print: Print;
  readonly printColour: Rgb;
  readonly longSleeves: boolean;
  readonly legs: Rgb;
  readonly skirt: boolean;
  readonly shoe: Rgb;
  readonly backpack: Rgb | undefined;
  readonly posture: Posture;
  /** How far along their stride they are when the clock is at zero, radians. */
  readonly stridePhase: number;
}

const topOf = (random: Random, coat: boolean): Rgb =>
  varied(random.pick(coat ? coats : shirts), random, 16);

const headwearOf = (random: Random): Headwear => {
  const draw = random.next();
  if (draw < 0.09) return 'cap';
  if (draw < 0.14) return 'beanie';
  if (draw < 0.18) return 'hood';
  return draw < 0.2 ? 'brim' : 'none';
};

const printOf = (random: Random, coat: boolean): Print => {
  const draw = random.next();
  if (coat) return draw < 0.45 ? 'open' : 'plain';
  if (draw < 0.22) return 'stripes';
  return draw < 0.55 ? 'badge' : 'plain';
};

const postureOf = (random: Random): Posture => {
  const draw = random.next();
  if (draw < 0.16) return 'phone';
  if (draw < 0.3) return 'pockets';
  return draw < 0.34 ? 'raised' : 'relaxed';
};

const hairCutOf = (random: Random): HairCut => {
  const draw = random.next();
  if (draw < 0.07) return 'bald';
  if (draw < 0.35) return 'long';
  return draw < 0.43 ? 'tied' : 'short';
};

/** The same id always looks the same: statures from 1.50 to 1.95 m around 1.71 m. */
export const appearanceOf = (id: number): Appearance => {
  const random = createRandom(mixSeed(id, 0x1005e));
  const stature = Math.min(1.95, Math.max(1.5, 1.71 + 0.095 * random.normal()));
  const coat = random.chance(0.55);
  const top = topOf(random, coat);
  return {
    stature,
    shoulderBreadth: stature * random.between(0.235, 0.275),
    girth: stature * random.between(0.125, 0.17),
    skin: varied(random.pick(skins), random, 10),
    hair: varied(random.pick(hairs), random, 8),
    hairCut: hairCutOf(random),
    headwear: headwearOf(random),
    headwearColour: random.chance(0.4) ? shaded(top, 0.8) : varied(random.pick(hats), random, 12),
    top,
    print: printOf(random, coat),
    printColour: topOf(random, false),
    longSleeves: coat || random.chance(0.3),
    legs: varied(random.pick(trousers), random, 12),
    skirt: random.chance(0.07),
    shoe: varied(random.pick(shoes), random, 10),
    backpack: random.chance(0.16) ? varied(random.pick(coats), random, 20) : undefined,
    posture: postureOf(random),
    stridePhase: random.between(0, 2 * Math.PI),
  };
};
