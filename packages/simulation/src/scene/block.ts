import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, type Rgb, shaded } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import { dot, minus, type Vector } from '../camera/vector.js';

/** An upright box: a wall, a barrier, a table, a bin. Metres; `heading` turns its width from +x. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  /** Height of its underside above the floor, for beams and banners. */
  readonly base?: number;
  readonly colour: Rgb;
}

/** Metres along the optical axis to the block's middle. */
export const blockDepth = (camera: Camera, block: Block): number =>
  dot(minus({ x: block.x, y: block.y, z: 0 }, camera.position), camera.forward);

/** Fills the faces that are turned to the camera, each in its own shade. */
export const drawBlock = (context: SKRSContext2D, camera: Camera, block: Block): void => {
  const [along, across] = [Math.cos(block.heading), Math.sin(block.heading)];
  const bottom = block.base ?? 0;
  const corner = (u: number, v: number, z: number): Vector => ({
    x: block.x + (along * u * block.width) / 2 - (across * v * block.depth) / 2,
    y: block.y + (across * u * block.width) / 2 + (along * v * block.depth) / 2,
    z,
  });
  const sideways = dot(minus(camera.position, corner(0, 0, 0)), { x: along, y: across, z: 0 });
  const ahead = dot(minus(camera.position, corner(0, 0, 0)), { x: -across, y: along, z: 0 });
  const [u, v] = [Math.sign(sideways) || 1, Math.sign(ahead) || 1];
  const top = bottom + block.height;

  const face = (corners: readonly Vector[], shade: number): void => {
    const seen = corners.map((place) => camera.project(place));
    context.beginPath();
    for (const place of seen) {
      if (place === undefined) return;
      context.lineTo(place.x, place.y);
    }
    context.closePath();
    context.fillStyle = css(shaded(block.colour, shade));
    context.fill();
  };

  context.setTransform(1, 0, 0, 1, 0, 0);
  if (Math.abs(ahead) > block.depth / 2) {
    face(
      [corner(-1, v, bottom), corner(1, v, bottom), corner(1, v, top), corner(-1, v, top)],
      0.82,
    );
  }
  if (Math.abs(sideways) > block.width / 2) {
    face(
      [corner(u, -1, bottom), corner(u, 1, bottom), corner(u, 1, top), corner(u, -1, top)],
      0.66,
    );
  }
  if (camera.position.z > top) {
    face([corner(-1, -1, top), corner(1, -1, top), corner(1, 1, top), corner(-1, 1, top)], 1.1);
  }
};
