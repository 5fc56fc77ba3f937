import { type Child, start } from './child.js';
import { EDGE } from './throng.js';

export interface CalibrationPage {
  readonly link: string;
  readonly child: Child;
}

/** `throng-edge calibrate` as a user runs it, and the link that it prints. */
export const openCalibration = async (
  config: string,
  camera: string,
  ...options: readonly string[]
): Promise<CalibrationPage> => {
  const child = start(process.execPath, [
    ...[EDGE, 'calibrate', '--config', config, '--camera', camera],
    ...options,
  ]);
  return { link: await child.line(/^http:\/\/\S+\?token=\S+$/), child };
};
