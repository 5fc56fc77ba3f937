import type { Identifier } from '@throng/contract';
import { estimateCameraPosition } from '@throng/crowd';
import type { Afterimage, DensityMap, Detection, SeenMotion } from '@throng/inference';
import type { CameraView } from '../stages/camera-view.js';
import type { FusedCells } from '../stages/fuse-cells.js';
import { localDensity } from '../stages/local-density.js';
import { footPixel } from '../tracking/ground-pixel.js';
import { toSightings } from '../tracking/sighting.js';
import { Tracker } from '../tracking/tracker.js';
import { type BlockGround, makeBlockGround } from './block-ground.js';
import { cellMotion } from './cell-motion.js';
import { FollowedShare } from './followed-share.js';
import { FrameInterval } from './frame-interval.js';
import { LineMeter, type PassageFlow } from './line-meter.js';
import { type MeasuredLine, makeLineView } from './line-view.js';
import { movingPeople } from './moving-people.js';
import { StopAndGo } from './stop-and-go.js';
import { type ZoneMotion, zoneMotion } from './zone-motion.js';

/** What one frame says of motion. Nothing in it tells one person from another. */
export interface FrameFlow {
  readonly passages: readonly PassageFlow[];
  /** In the order of the view's zones. */
  readonly zones: readonly ZoneMotion[];
}

/** What the models saw in one frame. */
export interface Sights {
  /** Capture time, ms. */
  readonly at: number;
  readonly detections: readonly Detection[];
  readonly map: DensityMap | undefined;
  readonly motion: SeenMotion | undefined;
  readonly fused: FusedCells;
}

/** Milliseconds between two pictures beyond which people have left the search of the motion. */
const LONGEST_INTERVAL = 700;

/** Weight of the density model from which dense motion is worth its time. */
const WORTH_LOOKING = 0.02;

/** Score from which a detection may begin a track; detectors leave out most of what is fainter. */
const SURE_SCORE = 0.5;

/** Follows people, counts who crosses lines, and tells how zones move: the memory of one camera. */
export class FlowMeter {
  readonly #ground: BlockGround;
  readonly #tracker: Tracker;
  readonly #lines: readonly LineMeter[];
  readonly #stopAndGo: StopAndGo;
  readonly #focalPixels: number;
  #before: { readonly afterimage: Afterimage; readonly at: number } | undefined;
  readonly #interval = new FrameInterval();
  readonly #followed = new FollowedShare();
  #at = Number.NEGATIVE_INFINITY;
  #isDense = true;

  constructor(
    private readonly view: CameraView,
    lines: readonly MeasuredLine[],
  ) {
    const { projection, size } = view;
    this.#ground = makeBlockGround(view);
    this.#focalPixels =
      estimateCameraPosition(projection.footToGround, size)?.focalPixels ?? size.width;
    this.#tracker = new Tracker({
      sureScore: SURE_SCORE,
      footPixel: (place) => footPixel(place, view),
    });
    this.#lines = lines.flatMap((line) => {
      const seen = makeLineView(line, view, this.#ground);
      return seen === undefined ? [] : [new LineMeter(seen, view)];
    });
    this.#stopAndGo = new StopAndGo(view.grid, view.ownedArea.length);
  }

  /** The lines on which it sees people. */
  get passages(): readonly Identifier[] {
    return this.#lines.map(({ passage }) => passage);
  }

  /** Whether dense motion is worth its time now: not while all are told apart. */
  get wantsMotion(): boolean {
    return this.#isDense;
  }

  /** What is kept of the picture before, unless a picture of this time can no longer follow it. */
  afterimageFor(at: number): Afterimage | undefined {
    const before = this.#before;
    if (before === undefined || at <= before.at) return undefined;
    return at - before.at <= LONGEST_INTERVAL ? before.afterimage : undefined;
  }

  /** Takes the next frame. One that is not newer than the last adds nothing. */
  measure(sights: Sights): FrameFlow | undefined {
    const { at, detections, fused, map, motion } = sights;
    if (at <= this.#at) return undefined;
    this.#at = at;
    const seconds = this.#interval.next(at);
    const dense = map && movingPeople(map, motion?.field, this.#ground, seconds);
    this.#before = motion && { afterimage: motion.afterimage, at };
    this.#isDense = fused.densityWeight.some((weight) => weight >= WORTH_LOOKING);

    const sightings = toSightings(detections, this.view, this.#focalPixels);
    const moves = this.#tracker.next(sightings, at);
    const tracks = this.#tracker.confirmed.filter(({ seenAt }) => seenAt === at);
    // Where the picture's own motion was not looked at, tracks say it all.
    const trust = motion ? fused.densityWeight : fused.densityWeight.map(() => 0);
    const cells = cellMotion({ tracks, dense, trust }, this.view, this.#ground);
    const waves = this.#stopAndGo.next(cells, at);
    const density = localDensity(fused.persons, this.view);
    const followed = this.#followed.next(tracks.length, sightings.length, at);
    return {
      passages: this.#lines.map((line) =>
        line.next({ at, moves, dense, trust, density, followed }, this.#ground.near),
      ),
      zones: this.view.zones.map((zone) => zoneMotion(zone, cells, waves)),
    };
  }
}
