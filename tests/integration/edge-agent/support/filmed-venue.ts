import { readFileSync } from 'node:fs';
import {
  createRenderer,
  createSimulation,
  lightOf,
  parseSimulatedVenue,
  type SimulatedVenue,
  venueCameras,
  venueScene,
} from '@throng/simulation';
import { parse } from 'yaml';
import type { Frame } from '../../../../edge-agent/src/ports/frame.js';
import { type CameraView, makeCameraView } from '../../../../edge-agent/src/stages/camera-view.js';

const arena = new URL('../../../../packages/simulation/venues/arena.yml', import.meta.url);

export const readArena = (): SimulatedVenue => {
  const checked = parseSimulatedVenue(parse(readFileSync(arena, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
};

/** What the agent makes of one of the venue's cameras. */
const viewOf = ({ simulation, venue }: SimulatedVenue, id: string): CameraView => {
  const camera = venueCameras({ simulation, venue }).find((candidate) => candidate.id === id);
  const defined = venue.cameras.find((candidate) => candidate.id === id);
  const pose = simulation.cameras.find((candidate) => candidate.camera === id);
  if (!camera || !defined || !pose) throw new Error(`The arena has no camera "${id}".`);
  const { height, width } = camera.camera;
  const view = makeCameraView({
    camera: id,
    area: defined.area,
    zones: venue.zones,
    calibration: {
      imageSize: [width, height],
      pairs: camera.pairs.map(({ ground, pixel }) => ({
        pixel: [pixel.x, pixel.y],
        ground: [ground.x, ground.y],
      })),
      cameraPosition: [...pose.position],
      headHeight: 1.6,
    },
    width: 1_024,
    cellSize: 1,
  });
  if (!view.ok) throw new Error(view.message);
  return view.value;
};

/** An evening of the arena as some of its cameras film it, in real time and without a codec. */
export const filmArena = (cameras: readonly string[], framesPerSecond: number, join: number) => {
  const arena = readArena();
  const simulation = createSimulation(arena, 7);
  simulation.advance(join);
  const scene = venueScene(arena, lightOf('indoor'));
  const films = cameras.map((id) => {
    const camera = venueCameras(arena).find((candidate) => candidate.id === id);
    if (camera === undefined) throw new Error(`The arena has no camera "${id}".`);
    const view = viewOf(arena, id);
    const renderer = createRenderer(camera.camera, scene);
    const pixels = new Uint8Array(new SharedArrayBuffer(3 * view.size.width * view.size.height));
    const film = (frame: number): Frame => {
      const { data } = renderer.render(simulation.people(), frame);
      for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
        pixels[to] = data[from] ?? 0;
        pixels[to + 1] = data[from + 1] ?? 0;
        pixels[to + 2] = data[from + 2] ?? 0;
      }
      const capturedAt = (1_000 * frame) / framesPerSecond;
      return { ...view.size, pixels, capturedAt, release: () => undefined };
    };
    return { view, film };
  });
  return { venue: arena.venue, simulation, films };
};
