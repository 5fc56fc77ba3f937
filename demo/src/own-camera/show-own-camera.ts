import colours from 'picocolors';
import { nextFreePort } from '../free-port.js';
import { EMPTY_VIEW, followLive } from '../live-view.js';
import type { OwnCamera } from '../options.js';
import { startEdge, startServer } from '../product.js';
import type { Show } from '../run.js';
import { edgeFile, venueFile } from '../settings-files.js';
import { statusLine } from '../status-line.js';
import { planOwnCamera } from './plan-own-camera.js';

const STATUS_EVERY_MS = 3_000;

/** The product on the user's own camera, over an assumed floor. */
export const showOwnCamera =
  (own: OwnCamera): Show =>
  async ({ options, workspace, programs }) => {
    const plan = await planOwnCamera(own);
    if (!plan.ok) throw new Error(plan.message);
    const { venue, edge, camera, cellSize } = plan.value;
    const page = await nextFreePort(options.port);
    const ports = { page, broker: await nextFreePort(1883, { taken: [page] }) };
    const origin = `http://127.0.0.1:${ports.page}`;

    await startServer(
      programs,
      await workspace.write('venue.yml', venueFile(venue, ports, workspace.folder)),
      origin,
    );
    startEdge(
      programs,
      edge,
      await workspace.write('edge.yml', edgeFile(edge, [camera], ports, cellSize)),
    );
    console.log(story(own, origin));

    let view = EMPTY_VIEW;
    const live = followLive(origin, (now) => {
      view = now;
    });
    const status = setInterval(() => console.log(statusLine(venue, view)), STATUS_EVERY_MS);
    return () => {
      clearInterval(status);
      live.close();
    };
  };

const story = ({ height, pitch, fieldOfView }: OwnCamera, origin: string): string => `
  ${colours.bold(colours.green(origin))}

  Persons are counted in the picture. Persons per square metre rest on an ${colours.bold('assumed')} calibration:
  a camera ${height} m up, looking down by ${pitch}°, ${fieldOfView}° wide (--height, --pitch, --field-of-view),
  over a level floor. Trust the densities and the map only once the camera is calibrated with
  marks measured on the floor; see hardware/README.md.

  Ctrl-C ends it and leaves nothing behind.
`;
