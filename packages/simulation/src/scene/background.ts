import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { blended, css } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import { blockDepth, drawBlock } from './block.js';
import { groundColour } from './ground.js';
import type { Marking, Scene } from './scene.js';

/** Metres from which the floor melts into the backdrop, and where it ends. */
const [HAZE_FROM, HAZE_TO] = [45, 110];

/** The scene without people. Painted once per camera, pixel by pixel; frames only copy it. */
export const paintBackground = (camera: Camera, scene: Scene): Canvas => {
  const canvas = createCanvas(camera.width, camera.height);
  const context = canvas.getContext('2d');
  paintFloor(context, camera, scene);
  for (const marking of scene.markings) drawMarking(context, camera, marking);
  const farFirst = [...scene.walls].sort((a, b) => blockDepth(camera, b) - blockDepth(camera, a));
  for (const wall of farFirst) drawBlock(context, camera, wall);
  return canvas;
};

const paintFloor = (context: SKRSContext2D, camera: Camera, scene: Scene): void => {
  const { width, height, position } = camera;
  const { above, horizon } = scene.backdrop;
  const colourAt = groundColour(scene.ground);
  const image = context.createImageData(width, height);
  const pixels = image.data;
  let index = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = camera.toGround({ x: x + 0.5, y: y + 0.5 });
      const far = place ? Math.hypot(place.x - position.x, place.y - position.y) : HAZE_TO;
      let colour = blended(horizon, above, Math.min(1, (height - y) / height));
      if (place && far < HAZE_TO) {
        const footprint = (far * far + position.z * position.z) / (position.z * camera.focalLength);
        const haze = Math.min(1, Math.max(0, (far - HAZE_FROM) / (HAZE_TO - HAZE_FROM)));
        colour = blended(colourAt(place.x, place.y, footprint), horizon, haze);
      }
      pixels[index] = colour[0];
      pixels[index + 1] = colour[1];
      pixels[index + 2] = colour[2];
      pixels[index + 3] = 255;
      index += 4;
    }
  }
  context.putImageData(image, 0, 0);
};

const drawMarking = (context: SKRSContext2D, camera: Camera, marking: Marking): void => {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = css(marking.colour, 0.8);
  marking.line.slice(1).forEach((to, index) => {
    const from = marking.line[index];
    if (from === undefined) return;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length === 0) return;
    const across = {
      x: (-(to.y - from.y) / length) * (marking.width / 2),
      y: ((to.x - from.x) / length) * (marking.width / 2),
    };
    const corners = [
      { x: from.x + across.x, y: from.y + across.y, z: 0 },
      { x: to.x + across.x, y: to.y + across.y, z: 0 },
      { x: to.x - across.x, y: to.y - across.y, z: 0 },
      { x: from.x - across.x, y: from.y - across.y, z: 0 },
    ].map((corner) => camera.project(corner));
    context.beginPath();
    for (const corner of corners) {
      if (corner === undefined) return;
      context.lineTo(corner.x, corner.y);
    }
    context.fill();
  });
};
