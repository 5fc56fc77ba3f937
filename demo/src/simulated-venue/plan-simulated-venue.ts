import { readFile } from 'node:fs/promises';
import { fail, faultLines, ok, type Result } from '@throng/contract';
import {
  type Camera,
  createCamera,
  parseSimulatedVenue,
  type SimulatedVenue,
} from '@throng/simulation';
import { parse } from 'yaml';

/** One of the venue's cameras: where it hangs, and the agent that looks through it. */
export interface PlannedCamera {
  readonly id: string;
  readonly edge: string;
  readonly camera: Camera;
}

export interface SimulatedVenuePlan {
  readonly simulated: SimulatedVenue;
  readonly cameras: readonly PlannedCamera[];
}

/** Reads a simulated venue and hangs its cameras; all faults of the file at once. */
export const planSimulatedVenue = async (
  file: string,
): Promise<Result<SimulatedVenuePlan, 'bad-venue'>> => {
  const content: unknown = parse(await readFile(file, 'utf8'));
  const checked = parseSimulatedVenue(content);
  if (!checked.ok) {
    return fail('bad-venue', [`${file}:`, ...faultLines(checked.faults, content)].join('\n  '));
  }
  const { venue, simulation } = checked.value;
  const cameras = venue.cameras.flatMap(({ id, edge }): PlannedCamera[] => {
    const pose = simulation.cameras.find(({ camera }) => camera === id);
    if (pose === undefined) return [];
    const [px, py, pz] = pose.position;
    const [lx, ly, lz] = pose.lookAt;
    const { fieldOfView, width, height } = pose;
    const camera = createCamera({
      position: { x: px, y: py, z: pz },
      lookAt: { x: lx, y: ly, z: lz },
      fieldOfView,
      width,
      height,
    });
    return [{ id, edge, camera }];
  });
  return ok({ simulated: checked.value, cameras });
};
