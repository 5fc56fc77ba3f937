import type { Camera } from '@throng/simulation';
import type { CalibrationMarks } from '../settings-files.js';

/** Shares of the picture's width and height at which a surveyor would lay marks on the floor. */
const ACROSS = [0.08, 0.5, 0.92];
const DOWN = [0.3, 0.5, 0.7, 0.95];

/** Metres from the camera beyond which a mark could not be made out. */
const FARTHEST = 80;

const to = (step: number) => (value: number) => Math.round(value / step) * step;
const toPixel = to(0.1);
const toMillimetre = to(0.001);

/** The marks that calibrate a simulated camera, measured as well as a careful survey would. */
export const marksOf = (camera: Camera): CalibrationMarks => {
  const { width, height, position } = camera;
  const pairs = DOWN.flatMap((down) =>
    ACROSS.flatMap((across) => {
      const pixel = { x: toPixel(across * width), y: toPixel(down * height) };
      const ground = camera.toGround(pixel);
      if (ground === undefined) return [];
      if (Math.hypot(ground.x - position.x, ground.y - position.y) > FARTHEST) return [];
      return [
        {
          pixel: [pixel.x, pixel.y] as const,
          ground: [toMillimetre(ground.x), toMillimetre(ground.y)] as const,
        },
      ];
    }),
  );
  return {
    imageSize: [width, height],
    pairs,
    cameraPosition: [position.x, position.y, position.z],
  };
};
