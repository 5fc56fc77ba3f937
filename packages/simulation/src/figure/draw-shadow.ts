import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Camera } from '../camera/camera.js';
import type { Light } from '../scene/light.js';
import type { Figure } from './figure.js';

/**
 * A person's shadow on the floor, opaque black: the soft blot at the feet and, where a sun or
 * lamp is low enough to cast one, the long one. `share` scales pixels to the shadow layer.
 */
export const drawShadow = (
  context: SKRSContext2D,
  camera: Camera,
  { body, look, feet, shoulderBlot }: Figure,
  light: Light,
  share: number,
): void => {
  const contact = camera.project({ ...body.feet, x: body.feet.x + 0.12, z: 0 });
  const flat = contact ? Math.max(0.25, Math.abs(-camera.forward.z)) : 0.5;
  context.beginPath();
  context.ellipse(
    feet.x * share,
    feet.y * share,
    shoulderBlot.a * 1.05 * share,
    shoulderBlot.a * 0.95 * flat * share,
    0,
    0,
    2 * Math.PI,
  );
  context.fill();
  if (light.castLength <= 0) return;
  const reach = look.stature * light.castLength;
  const tip = camera.project({
    x: body.feet.x + Math.cos(light.castHeading) * reach,
    y: body.feet.y + Math.sin(light.castHeading) * reach,
    z: 0,
  });
  if (!tip) return;
  context.lineWidth = 0.34 * feet.scale * share * Math.max(0.45, flat);
  context.beginPath();
  context.moveTo(feet.x * share, feet.y * share);
  context.lineTo(tip.x * share, tip.y * share);
  context.stroke();
};
