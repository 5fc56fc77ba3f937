import type { PictureFault } from '@throng/contract';

/** What each fault of a picture asks of people, who are told by the log, the health and the doctor. */
export const FAULT_REMEDY: Readonly<Record<PictureFault, string>> = {
  moved:
    'look at its picture: calibrate it where it really looks elsewhere (throng-edge calibrate), else throng-edge confirm --camera ID --by NAME',
  covered: 'look at the lens: take away what hangs before it, clean it, wait for smoke to clear',
  frozen: 'restart the camera; where it freezes again, renew its firmware',
  blinded: 'turn the light or the camera; a hood over the lens keeps the low sun out',
  dark: 'light the place, or let the camera take more light (exposure, infrared)',
};
