import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import type { Frame } from '../../../../edge-agent/src/ports/frame.js';
import type {
  FrameSource,
  FrameStream,
  StreamEnd,
} from '../../../../edge-agent/src/ports/frame-source.js';

/** One opening of a source: so many frames, then its end; without an end it stays open until stopped. */
export type Opening = readonly (number | StreamEnd)[];

const pool = new FramePool({ width: 32, height: 32 });

/** A camera that behaves as written down; after the last opening it stays silent. */
export class ScriptedSource implements FrameSource {
  opened = 0;

  constructor(
    private readonly openings: readonly Opening[],
    private readonly frame: (index: number) => Frame = () => pool.frame(pool.take(), 0),
  ) {}

  open(): FrameStream {
    const opening = this.openings[this.opened] ?? [];
    this.opened += 1;
    const count = opening.find((step) => typeof step === 'number') ?? 0;
    const written = opening.find((step) => typeof step === 'object');
    let stop: (end: StreamEnd) => void = () => undefined;
    const stopped = new Promise<StreamEnd>((resolve) => {
      stop = resolve;
    });
    const end = written === undefined ? stopped : Promise.resolve(written);
    const { frame } = this;
    const frames = async function* () {
      for (let index = 0; index < count; index += 1) yield frame(index);
      await end;
    };
    return {
      frames: frames(),
      end,
      stop: () => stop({ reason: 'stopped', diagnosis: '' }),
    };
  }
}
