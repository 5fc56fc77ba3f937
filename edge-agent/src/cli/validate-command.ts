import pc from 'picocolors';
import { readSettings } from '../adapters/files/read-settings.js';
import { viewOf } from '../settings/configured-view.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson, tableLines } from './output.js';

/** `throng-edge validate`: every fault of the settings at once, or what the cameras will see. */
export const validate = async (config: string, json: boolean): Promise<ExitCode> => {
  const loaded = await readSettings(config, process.env);
  if (!loaded.ok) {
    const faults = loaded.message.split('\n');
    if (json) printJson({ valid: false, faults });
    else complain(`${config}: ${faults.length} fault${faults.length > 1 ? 's' : ''}`, faults);
    return EXIT.failed;
  }
  const cameras = loaded.value.settings.cameras.flatMap((camera) => {
    const view = viewOf(camera, loaded.value);
    if (!view.ok) return [];
    const { projection, size, zones } = view.value;
    return [
      {
        camera: camera.id,
        width: size.width,
        height: size.height,
        calibrationErrorMetres: projection.rmsErrorMetres,
        cameraHeightMetres: projection.cameraPosition.z,
        zones: zones.map(({ area, zone }) => ({ zone, squareMetres: area })),
      },
    ];
  });
  if (json) {
    printJson({ valid: true, cameras });
    return EXIT.ok;
  }
  print(`${pc.green('✓')} ${config} is valid`);
  const rows = cameras.map((camera) => [
    camera.camera,
    `${camera.width} × ${camera.height} px`,
    `${camera.cameraHeightMetres.toFixed(1)} m high`,
    `marks ± ${camera.calibrationErrorMetres.toFixed(2)} m`,
    camera.zones
      .map(({ zone, squareMetres }) => `${zone} ${squareMetres.toFixed(0)} m²`)
      .join(', '),
  ]);
  for (const line of tableLines(rows)) print(`  ${line}`);
  return EXIT.ok;
};
