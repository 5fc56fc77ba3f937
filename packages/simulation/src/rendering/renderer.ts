import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type Appearance, appearanceOf } from '../appearance/appearance.js';
import type { Camera } from '../camera/camera.js';
import { drawFarFigure } from '../figure/draw-far-figure.js';
import { drawFigure } from '../figure/draw-figure.js';
import { drawShadow } from '../figure/draw-shadow.js';
import { drawTinyFigure } from '../figure/draw-tiny-figure.js';
import { type Figure, figureOf } from '../figure/figure.js';
import { createPaints } from '../figure/paints.js';
import type { Stance } from '../figure/stance.js';
import { createRandom, mixSeed } from '../random/random.js';
import { paintBackground } from '../scene/background.js';
import { blockDepth, drawBlock } from '../scene/block.js';
import { paintLight } from '../scene/light-layer.js';
import type { Scene } from '../scene/scene.js';
import { createNoiseTile, NOISE_TILE } from './noise-tile.js';

/** One picture of one camera. */
export interface Frame {
  /** RGBA, row by row from the top left: width · height · 4 bytes. Overwritten by the next frame. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Draws what one camera sees. The background is painted when it is made. */
export interface Renderer {
  readonly camera: Camera;
  readonly canvas: Canvas;
  /** The people in view, farthest first, as `render` draws them. */
  figures(people: Iterable<Stance>): Figure[];
  /** Frame number `frame` with these people: the same input gives the same pixels. */
  render(people: Iterable<Stance>, frame: number): Frame;
}

/** Pixels per metre from which hands, necks and the order of the arms are worth drawing. */
const NEAR_SCALE = 80;

/** Pixels per metre below which sleeves and shading no longer show. */
const TINY_SCALE = 18;

/** People whose looks are remembered. */
const MOST_LOOKS = 5_000;

/** Pixels beyond the image's edge within which a person may still show or throw a shadow. */
const margin = (figure: Figure): number => figure.scale * 2;

/** The drawing with as much detail as shows. */
const drawingFor = ({ scale }: Figure) => {
  if (scale < TINY_SCALE) return drawTinyFigure;
  return scale < NEAR_SCALE ? drawFarFigure : drawFigure;
};

export const createRenderer = (camera: Camera, scene: Scene): Renderer => {
  const { width, height } = camera;
  const background = paintBackground(camera, scene);
  const lightLayer = paintLight(camera, scene.light);
  const noise = createNoiseTile(width);
  const stage = createCanvas(width, height);
  const context = stage.getContext('2d');
  const canvas = createCanvas(width, height);
  const output = canvas.getContext('2d');
  const shadows = createCanvas(Math.ceil(width / 2), Math.ceil(height / 2));
  const shadowContext = shadows.getContext('2d');
  const paints = createPaints(context, scene.light.contrast, scene.light.side);
  const props = scene.props.map((block) => ({ block, depth: blockDepth(camera, block) }));

  const looks = new Map<number, Appearance>();
  const lookOf = (id: number): Appearance => {
    const known = looks.get(id);
    if (known !== undefined) return known;
    const look = appearanceOf(id);
    if (looks.size >= MOST_LOOKS) looks.clear();
    looks.set(id, look);
    return look;
  };

  const figures = (people: Iterable<Stance>): Figure[] => {
    const seen: Figure[] = [];
    for (const stance of people) {
      const figure = figureOf(camera, stance, lookOf(stance.id));
      if (!figure) continue;
      const reach = margin(figure);
      const { x, y } = figure.shoulders;
      if (x > -reach && x < width + reach && y > -reach && y < height + reach) seen.push(figure);
    }
    return seen.sort((a, b) => b.depth - a.depth);
  };

  const drawShadows = (seen: readonly Figure[]): void => {
    shadowContext.clearRect(0, 0, shadows.width, shadows.height);
    shadowContext.fillStyle = 'black';
    shadowContext.strokeStyle = 'black';
    shadowContext.lineCap = 'round';
    for (const figure of seen) drawShadow(shadowContext, camera, figure, scene.light, 0.5);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = scene.light.shadow;
    context.drawImage(shadows, 0, 0, width, height);
    context.globalAlpha = 1;
  };

  const drawCrowd = (seen: readonly Figure[]): void => {
    const waiting = [...props].sort((a, b) => b.depth - a.depth);
    for (const figure of seen) {
      while (waiting[0] !== undefined && waiting[0].depth > figure.depth) {
        const behind = waiting.shift();
        if (behind) drawBlock(context, camera, behind.block);
      }
      drawingFor(figure)(context, camera, figure, paints);
    }
    for (const { block } of waiting) drawBlock(context, camera, block);
  };

  const render = (people: Iterable<Stance>, frame: number): Frame => {
    const seen = figures(people);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'source-over';
    context.drawImage(background, 0, 0);
    drawShadows(seen);
    drawCrowd(seen);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'multiply';
    context.drawImage(lightLayer, 0, 0);
    develop(output, stage);
    addNoise(output, noise, scene.light.noise, frame, camera);
    return { data: canvas.data(), width, height };
  };

  return { camera, canvas, figures, render };
};

/** The lens is a little soft: the picture over itself, moved by a fraction of a pixel. */
const develop = (output: SKRSContext2D, stage: Canvas): void => {
  output.globalCompositeOperation = 'source-over';
  output.globalAlpha = 1;
  output.drawImage(stage, 0, 0);
  output.globalAlpha = 0.4;
  output.drawImage(stage, 0.7, 0.5);
  output.globalAlpha = 1;
};

const addNoise = (
  output: SKRSContext2D,
  tile: Canvas,
  strength: number,
  frame: number,
  { width, height }: Camera,
): void => {
  if (strength <= 0) return;
  const random = createRandom(mixSeed(frame, 0x6e6f6973));
  const left = -random.whole(0, NOISE_TILE - 1);
  const top = -random.whole(0, NOISE_TILE - 1);
  output.globalCompositeOperation = 'overlay';
  output.globalAlpha = strength;
  for (let y = top; y < height; y += NOISE_TILE) {
    for (let x = left; x < width; x += NOISE_TILE) output.drawImage(tile, x, y);
  }
  output.globalCompositeOperation = 'source-over';
  output.globalAlpha = 1;
};
