import { SingleBar } from 'cli-progress';

/** A bar on stderr; nothing where nobody watches, so that logs and pipes stay clean. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

export const showProgress = (title: string, total: number, unit: string): Progress => {
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} %  {value}/{total} ${unit}  {eta_formatted} left`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
};
