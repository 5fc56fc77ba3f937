/** Calls off a shutter. */
export type Stop = () => void;

/**
 * Exposes one camera after the other, each `framesPerSecond` times a second, evenly spread so that
 * nobody has to draw or decode all pictures at once. A picture that comes too late is left out and
 * counted: the cameras stay with the clock.
 */
export const startShutter = (
  cameras: number,
  framesPerSecond: number,
  expose: (camera: number, elapsedSeconds: number, skipped: number) => void,
): Stop => {
  const period = 1_000 / (framesPerSecond * cameras);
  const start = performance.now();
  let next = 0;
  let skipped = 0;
  let timer: NodeJS.Timeout;
  const tick = () => {
    const due = Math.floor((performance.now() - start) / period);
    skipped += Math.max(0, due - next);
    next = Math.max(next, due);
    expose(next % cameras, (performance.now() - start) / 1_000, skipped);
    next += 1;
    timer = setTimeout(tick, start + next * period - performance.now());
  };
  timer = setTimeout(tick, 0);
  return () => clearTimeout(timer);
};
