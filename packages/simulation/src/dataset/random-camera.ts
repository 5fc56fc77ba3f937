import { type Camera, createCamera } from '../camera/camera.js';
import type { Random } from '../random/random.js';

const small = { width: 640, height: 384 };

/** Small images are repeated: most cameras in a venue send such a substream. */
const sizes = [
  small,
  small,
  small,
  small,
  small,
  small,
  { width: 640, height: 480 },
  { width: 640, height: 480 },
  { width: 768, height: 576 },
  { width: 768, height: 576 },
  { width: 800, height: 600 },
  { width: 1024, height: 576 },
  { width: 1024, height: 768 },
];

/** A camera above the origin, 4–15 m high, looking along +y and down by 14–62°. */
export const randomCamera = (random: Random): Camera => {
  const height = random.chance(0.7) ? random.between(5, 10) : random.between(4, 15);
  const pitch = (random.between(14, random.chance(0.3) ? 62 : 42) * Math.PI) / 180;
  return createCamera({
    position: { x: 0, y: 0, z: height },
    lookAt: { x: 0, y: 10 * Math.cos(pitch), z: height - 10 * Math.sin(pitch) },
    fieldOfView: random.between(42, 88),
    ...random.pick(sizes),
  });
};
