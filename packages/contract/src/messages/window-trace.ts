import type { MeasurementWindow } from './measurement-window.js';

/** What names a window (MW2), and nothing of who was seen in it. */
export type WindowName = Pick<MeasurementWindow, 'edge' | 'camera' | 'bootId' | 'sequence'>;

/** `edge/camera/bootId/sequence`: ids hold no slash. */
export const windowName = ({ bootId, camera, edge, sequence }: WindowName): string =>
  `${edge}/${camera}/${bootId}/${sequence}`;

/**
 * The trace of a window, from frame to alert: 32 hexadecimal digits, as W3C Trace Context has them,
 * so that any tracing tool takes it. Both sides make it of the name alone; it travels nowhere (P3).
 *
 * @param sha256 of a text, in hexadecimal digits.
 */
export const windowTrace = (name: string, sha256: (text: string) => string): string =>
  sha256(name).slice(0, 32);
