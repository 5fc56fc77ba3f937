import pc from 'picocolors';
import { EXIT, type ExitCode } from './exit-codes.js';
import { openDesk } from './open-desk.js';
import { complain, print, printJson } from './output.js';

export interface ConfirmOptions {
  readonly config: string;
  readonly camera: string;
  readonly by: string;
  readonly json: boolean;
}

/** `throng-edge confirm`: somebody looked at a camera that was found moved, and it may stay so. */
export const confirm = async ({ by, camera, config, json }: ConfirmOptions): Promise<ExitCode> => {
  const desk = await openDesk(config);
  if (desk === undefined) return EXIT.failed;
  const confirmed = await desk.confirm(camera, by);
  if (!confirmed.ok) {
    complain('not confirmed:', [confirmed.message]);
    return EXIT.failed;
  }
  if (json) printJson(confirmed.value);
  else {
    print(`${pc.green('✓')} ${camera} may stay as it hangs, says ${by}`);
    print('  A running agent counts with it again within seconds, and learns its place anew.');
    print('  Has it really moved, then calibrate it: its persons/m² are wrong by as much.');
  }
  return EXIT.ok;
};
