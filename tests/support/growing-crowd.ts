import { toPolygon } from '@throng/contract';
import { cellCount, containsPoint } from '@throng/crowd';
import { calibrationPairs, growingFrames, type Mounting, randomMounting } from '@throng/simulation';
import { FramePool } from '../../edge-agent/src/frames/frame-pool.js';
import type { Models } from '../../edge-agent/src/pipeline/analyse-frame.js';
import { type CameraView, makeCameraView } from '../../edge-agent/src/stages/camera-view.js';
import { projectDensity } from '../../edge-agent/src/stages/density-projection.js';
import { projectDetections } from '../../edge-agent/src/stages/project-detections.js';

const SEED = 40;

/** What both models see of one zone at one density. */
export interface SeenCrowd {
  /** Persons/m² that were asked for. */
  readonly density: number;
  /** People who truly stand in the zone. */
  readonly truth: number;
  /** Persons per ground cell. */
  readonly detected: readonly number[];
  readonly estimated: readonly number[];
}

const viewOf = ({ camera, zone }: Mounting): CameraView => {
  const view = makeCameraView({
    camera: 'camera',
    area: zone,
    zones: [{ id: 'zone', name: 'Zone', kind: 'walkway', polygon: [...zone] }],
    calibration: {
      imageSize: [camera.width, camera.height],
      pairs: calibrationPairs(camera, toPolygon([...zone])).map(({ ground, pixel }) => ({
        pixel: [pixel.x, pixel.y],
        ground: [ground.x, ground.y],
      })),
      cameraPosition: [camera.position.x, camera.position.y, camera.position.z],
      headHeight: 1.6,
    },
    width: camera.width,
    cellSize: 1,
  });
  if (!view.ok) throw new Error(view.message);
  return view.value;
};

const twoDigits = (cells: Float64Array): number[] =>
  Array.from(cells, (persons) => Math.round(persons * 100) / 100);

/** Camera number `index`, its place filling up. */
export const growingCrowd = (index: number) => {
  const mounting = randomMounting(SEED, index);
  const view = viewOf(mounting);

  async function* seenBy(models: Models, densities: readonly number[]): AsyncGenerator<SeenCrowd> {
    const pool = new FramePool(view.size);
    let step = 0;
    for (const { canvas, people } of growingFrames(mounting, SEED + index, densities)) {
      const pixels = pool.take();
      const rgba = canvas.data();
      for (let pixel = 0; pixel * 3 < pixels.length; pixel += 1) {
        pixels.set(rgba.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
      }
      const frame = pool.frame(pixels, 0);
      const found = await models.person?.detect(frame);
      const map = await models.density?.estimate(frame);
      frame.release();
      if (found?.ok !== true || map?.ok !== true) throw new Error('both models must run');
      yield {
        density: densities[step] ?? 0,
        truth: people.filter((person) => containsPoint(view.ground, person)).length,
        detected: twoDigits(projectDetections(found.value, view)),
        estimated: twoDigits(projectDensity(map.value, view.density, cellCount(view.grid))),
      };
      step += 1;
    }
  }
  return { view, seenBy };
};
