import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { css } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import type { Light } from './light.js';

/** The light as one image to multiply over each frame: tint, coloured spots, darker corners. */
export const paintLight = (camera: Camera, light: Light): Canvas => {
  const { width, height } = camera;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = css(light.tint);
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'lighter';
  for (const spot of light.spots) {
    const centre = camera.project({ x: spot.x, y: spot.y, z: 1 });
    if (!centre) continue;
    const radius = spot.radius * centre.scale;
    const glow = context.createRadialGradient(0, 0, 0, 0, 0, 1);
    glow.addColorStop(0, css(spot.colour, spot.strength));
    glow.addColorStop(0.5, css(spot.colour, spot.strength * 0.5));
    glow.addColorStop(1, css(spot.colour, 0));
    context.setTransform(radius, 0, 0, radius * 0.7, centre.x, centre.y);
    context.fillStyle = glow;
    context.fillRect(-1, -1, 2, 2);
  }
  context.globalCompositeOperation = 'multiply';
  context.setTransform(width * 0.75, 0, 0, height * 0.85, width / 2, height / 2);
  const vignette = context.createRadialGradient(0, 0, 0.35, 0, 0, 1);
  vignette.addColorStop(0, 'rgb(255,255,255)');
  vignette.addColorStop(1, 'rgb(222,222,226)');
  context.fillStyle = vignette;
  context.fillRect(-1, -1, 2, 2);
  return canvas;
};
