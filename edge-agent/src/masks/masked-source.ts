import type { Frame } from '../ports/frame.js';
import type { FrameSource, FrameStream } from '../ports/frame-source.js';

/** The grey on which detectors are trained to see nothing: that of their letterbox. */
const GREY = 114;

/** Blots out the spans of `maskSpans`: one native fill for each, no loop over pixels. */
export const blotOut = (pixels: Uint8Array, spans: Uint32Array): void => {
  for (let at = 0; at < spans.length; at += 2) pixels.fill(GREY, spans[at], spans[at + 1]);
};

async function* blotted(frames: AsyncIterable<Frame>, spans: Uint32Array) {
  for await (const frame of frames) {
    blotOut(frame.pixels, spans);
    yield frame;
  }
}

/** The same camera, whose frames are masked before anybody is handed them. */
export const maskedSource = (source: FrameSource, spans: Uint32Array): FrameSource =>
  spans.length === 0
    ? source
    : {
        get decoder() {
          return source.decoder;
        },
        open: (): FrameStream => {
          const stream = source.open();
          return { ...stream, frames: blotted(stream.frames, spans) };
        },
      };
