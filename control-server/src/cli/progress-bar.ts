import { Presets, SingleBar } from 'cli-progress';

/** A bar on standard error, so that standard output stays the program's own. It is gone in the end. */
export const progressBar = (format: string): SingleBar =>
  new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.rect);
