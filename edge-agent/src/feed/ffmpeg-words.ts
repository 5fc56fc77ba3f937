import type { PictureSize } from '@throng/inference';

/** `[rtsp @ 0x55d0] [error] what it says`, as `-loglevel level` writes it. */
const COMPLAINT = /^(?:\[[^\]]+ @ 0x[0-9a-f]+\] )*\[(?:error|fatal|panic)\] (.+)$/;

/** True, and the cause of nothing: raw video holds no times. */
const HARMLESS = /^Application provided invalid, non monotonically/;

/** What a line of ffmpeg's may say of the cause of a fault; undefined for all else. */
export const complaintIn = (line: string): string | undefined => {
  const said = COMPLAINT.exec(line)?.[1]?.trim();
  return said === undefined || HARMLESS.test(said) ? undefined : said;
};

/** The filter named `scale@picture` tells what it scales each time that the picture changes. */
const PICTURE = /^\[scale@picture @ 0x[0-9a-f]+\] \[verbose\] w:(\d+) h:(\d+) fmt:\S+ .*->/;

/** Size of the pictures that come from now on, if the line tells it. */
export const pictureSizeIn = (line: string): PictureSize | undefined => {
  const [, width, height] = PICTURE.exec(line) ?? [];
  return width === undefined || height === undefined
    ? undefined
    : { width: Number(width), height: Number(height) };
};

/** Whether ffmpeg has found out what the input is made of; whatever fails now is its decoding. */
export const isRecognition = (line: string): boolean => /^\[info\] Input #0, /.test(line);
