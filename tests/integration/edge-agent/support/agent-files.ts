import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { calibration } from '../../../unit/edge-agent/support/sample-camera.js';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../fixtures/models/${name}`, import.meta.url));

export const MODELS = {
  person: fixture('person.onnx'),
  density: fixture('density.onnx'),
  yolox: fixture('yolox.onnx'),
};

const square = (x: number, y: number) => [
  [x, y],
  [x + 10, y],
  [x + 10, y + 20],
  [x, y + 20],
];

/** A folder with settings and venue of an agent `box-1` for the given cameras. */
export const agentFiles = async (
  brokerUrl: string,
  cameras: readonly ({ id: string; source: string } & Record<string, unknown>)[],
  change: Record<string, unknown> = {},
): Promise<string> => {
  const folder = await temporaryFolder();
  const venue = {
    id: 'hall',
    name: 'Hall',
    zones: [{ id: 'floor', name: 'Floor', kind: 'walkway', polygon: square(0, -2) }],
    passages: [],
    cameras: cameras.map(({ id }, index) => ({
      id,
      name: id,
      edge: 'box-1',
      // The first camera owns the floor; the others own ground elsewhere in its picture's plane.
      area: index === 0 ? square(0, -2) : square(10 * index, -2),
    })),
  };
  const settings = {
    edge: 'box-1',
    venue: 'venue.yml',
    broker: { url: brokerUrl },
    models: { person: MODELS.person, density: MODELS.density },
    cameras: cameras.map((camera) => ({ calibration, ...camera })),
    ...change,
  };
  await writeFile(join(folder, 'venue.yml'), stringify({ venue }));
  await writeFile(join(folder, 'edge.yml'), stringify(settings));
  return join(folder, 'edge.yml');
};
