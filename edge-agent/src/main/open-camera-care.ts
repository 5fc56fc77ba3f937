import { type CameraHealth, toTimestamp } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import { journalLength, readJournal } from '../adapters/files/append-journal.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { RotatingLog } from '../adapters/state/rotating-log.js';
import { type StatePaths, statePaths } from '../adapters/state/state-paths.js';
import {
  calibrationName,
  readWatchMemory,
  writeWatchMemory,
} from '../adapters/state/watch-memory-file.js';
import { sharpGlimpser } from '../adapters/watchdog/sharp-glimpser.js';
import type { Correction } from '../clicker/correction.js';
import { CountMeans } from '../clicker/count-log.js';
import { correctionOf } from '../clicker/fit-correction.js';
import { handCountsIn } from '../clicker/hand-count.js';
import { maskSpans, scaledMasks } from '../masks/mask-spans.js';
import type { CameraCare } from '../ports/camera-care.js';
import type { Frame } from '../ports/frame.js';
import type { Log } from '../ports/log.js';
import type { CameraSettings } from '../settings/edge-settings.js';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import { lastConfirmed } from '../watchdog/confirmation.js';
import { FAULT_REMEDY } from '../watchdog/fault-remedy.js';
import { maskedCells } from '../watchdog/masked-cells.js';
import type { MoveMemory } from '../watchdog/move-watch.js';
import { PictureWatch } from '../watchdog/picture-watch.js';

/** The care of one camera, with its state on disk. What the disk refuses is logged, never thrown. */
class OpenCameraCare implements CameraCare {
  correction: Correction | undefined;
  readonly #watch: PictureWatch;
  readonly #means: CountMeans;
  readonly #counts: RotatingLog;
  /** When the place was learnt that pictures are held against: a later confirmation makes it anew. */
  #learntAt = Number.POSITIVE_INFINITY;
  #lengths = { confirmations: 0, handCounts: 0 };

  constructor(
    private readonly camera: CameraSettings,
    private readonly paths: StatePaths,
    memory: MoveMemory | undefined,
    ignored: ReadonlySet<number>,
    private readonly log: Log,
  ) {
    const { id } = camera;
    this.#means = new CountMeans(id);
    this.#counts = new RotatingLog(paths.counts(id));
    this.#watch = new PictureWatch({
      faults: camera.watch,
      ignored,
      memory,
      onMemory: (known) => {
        this.#learntAt = known?.learntAt ?? Number.POSITIVE_INFINITY;
        const name = calibrationName(camera);
        this.#trying(writeWatchMemory(paths.watch(id), name, known), 'cannot keep where it looks');
      },
      onChange: (found) =>
        found === undefined
          ? log.info({ camera: id }, 'picture is well again')
          : log.warn(
              { camera: id, ...found, remedy: FAULT_REMEDY[found.fault] },
              'picture cannot be counted',
            ),
    });
    this.#learntAt = memory?.learntAt ?? Number.POSITIVE_INFINITY;
  }

  get found() {
    return this.#watch.found;
  }

  async look(frame: Frame): Promise<void> {
    const { capturedAt } = frame;
    if (!this.#watch.isDue(capturedAt)) return;
    const glimpse = await sharpGlimpser.glimpse(frame);
    this.#watch.look(glimpse, capturedAt);
  }

  measured({ capturedAt, zones }: FrameMeasurement): void {
    if (this.found !== undefined) return;
    const line = this.#means.add(zones, this.correction?.factor ?? 1, capturedAt);
    if (line !== undefined) this.#trying(this.#counts.add(line), 'cannot note its counts');
  }

  async refresh(): Promise<void> {
    const [confirmations, handCounts] = await Promise.all([
      journalLength(this.paths.confirmations),
      journalLength(this.paths.handCounts),
    ]);
    const before = this.#lengths;
    this.#lengths = { confirmations, handCounts };
    const { id } = this.camera;
    if (confirmations !== before.confirmations) {
      const at = lastConfirmed(await readJournal(this.paths.confirmations), id);
      if (at !== undefined && at > this.#learntAt) {
        this.log.info({ camera: id }, 'somebody confirmed where it looks');
        this.#watch.confirm();
      }
    }
    if (handCounts !== before.handCounts) {
      const all = handCountsIn(await readJournal(this.paths.handCounts));
      this.correction = correctionOf(all.filter(({ camera }) => camera === id));
      this.log.info({ camera: id, ...this.correction }, 'takes the correction by hand counts');
    }
  }

  health(): Pick<CameraHealth, 'pictureFault' | 'correction'> {
    const { correction, found } = this;
    const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
    return {
      ...(found === undefined
        ? {}
        : { pictureFault: { fault: found.fault, since: toTimestamp(found.since) } }),
      ...(correction === undefined
        ? {}
        : {
            correction: {
              factor: rounded(correction.factor),
              relative: rounded(correction.relative),
              counts: correction.counts,
              at: toTimestamp(correction.at),
            },
          }),
    };
  }

  #trying(work: Promise<void>, failure: string): void {
    work.catch((cause: unknown) => {
      this.log.error({ camera: this.camera.id, cause: String(cause) }, failure);
    });
  }
}

/** Opens what an earlier run knew of a camera, and reads what people said of it. */
export const openCameraCare = async (
  camera: CameraSettings,
  loaded: LoadedSettings,
  size: PictureSize,
  log: Log,
): Promise<CameraCare> => {
  const masks = scaledMasks(camera.masks, camera.calibration.imageSize, size);
  const ignored = maskedCells(maskSpans(masks, size), size);
  const paths = statePaths(loaded);
  const memory = await readWatchMemory(paths.watch(camera.id), calibrationName(camera));
  const care = new OpenCameraCare(camera, paths, memory, ignored, log);
  await care.refresh();
  return care;
};
