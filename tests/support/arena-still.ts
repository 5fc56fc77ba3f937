import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createRenderer,
  createSimulation,
  lightOf,
  type VenueCamera,
  venueCameras,
  venueScene,
} from '@throng/simulation';
import { stringify } from 'yaml';
import { encodePng } from '../../edge-agent/src/adapters/still/encode-png.js';
import { arena } from '../unit/simulation/arena.js';

/** A simulated camera of the arena that is not calibrated yet, and the truth about it. */
export interface ArenaStill {
  readonly config: string;
  readonly camera: VenueCamera;
}

/**
 * Writes what the arena's camera sees `seconds` into the evening as a picture, and settings in
 * which it is the one camera, calibrated with what `calibration` says.
 */
export const arenaStill = async (
  folder: string,
  cameraId: string,
  { seconds = 1_500, calibration = {} }: { seconds?: number; calibration?: object } = {},
): Promise<ArenaStill> => {
  const simulated = arena();
  const camera = venueCameras(simulated).find(({ id }) => id === cameraId);
  if (camera === undefined) throw new Error(`the arena has no camera ${cameraId}`);
  const simulation = createSimulation(simulated, 7);
  simulation.advance(seconds);
  const renderer = createRenderer(camera.camera, venueScene(simulated, lightOf('indoor')));
  const { data } = renderer.render(simulation.people(), 1);
  const { height, width } = camera.camera;
  const pixels = new Uint8Array(width * height * 3).map(
    (_, index) => data[4 * Math.floor(index / 3) + (index % 3)] ?? 0,
  );
  await mkdir(join(folder, 'still'), { recursive: true });
  await writeFile(join(folder, 'still', '0001.png'), encodePng({ width, height, pixels }));
  const edge = simulated.venue.cameras.find(({ id }) => id === cameraId)?.edge;
  const settings = {
    edge,
    venue: 'venue.yml',
    broker: { url: 'mqtt://127.0.0.1:1883' },
    cameras: [{ id: cameraId, source: 'still', loop: true, ...calibration }],
  };
  const config = join(folder, 'edge.yml');
  await writeFile(join(folder, 'venue.yml'), stringify({ venue: simulated.venue }));
  await writeFile(config, `# settings of the arena's box\n${stringify(settings)}`);
  return { config, camera };
};
