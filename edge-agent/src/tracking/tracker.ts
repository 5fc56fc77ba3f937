import type { Point } from '@throng/crowd';
import type { Box } from '@throng/inference';
import { associate, type Candidate } from './associate.js';
import type { Sighting } from './sighting.js';
import { type Step, Track } from './track.js';

/** A track that went on in this frame, and how. */
export interface Move {
  readonly track: Track;
  readonly step: Step;
}

export interface TrackerOptions {
  /** Score from which a detection may begin a track; fainter ones only carry known tracks on. */
  readonly sureScore: number;
  /** The pixel at which feet on a place are seen. */
  readonly footPixel: (place: Point) => Point | undefined;
}

/** Seconds for which a person may stay unseen, hidden behind others. */
const PATIENCE = 2;

/** Seconds for which a track that is not confirmed may stay unseen, if frames come at least so often. */
const DOUBTFUL_PATIENCE = 0.7;

/**
 * Follows people from frame to frame by motion and overlap, in two rounds as ByteTrack does: sure
 * detections first, then the faint ones for the tracks that are left. Time is that of the capture:
 * lost frames only make the expectation less sure. Source: Zhang et al., ByteTrack, ECCV 2022.
 */
export class Tracker {
  #tracks: readonly Track[] = [];
  #at: number | undefined;

  constructor(private readonly options: TrackerOptions) {}

  /** Tracks that are persons, seen in the last frame or not. */
  get confirmed(): readonly Track[] {
    return this.#tracks.filter((track) => track.isConfirmed);
  }

  /**
   * Takes the next frame's sightings. A frame that is not newer than the last one changes nothing.
   *
   * @param at capture time, ms.
   */
  next(sightings: readonly Sighting[], at: number): Move[] {
    if (this.#at !== undefined && at <= this.#at) return [];
    const interval = this.#at === undefined ? 0 : (at - this.#at) / 1_000;
    this.#at = at;
    const { sureScore } = this.options;
    const doubtful = Math.max(DOUBTFUL_PATIENCE, 1.5 * interval);
    const alive = this.#tracks.filter(
      ({ isConfirmed, seenAt }) => at - seenAt <= 1_000 * (isConfirmed ? PATIENCE : doubtful),
    );
    const candidates = alive.map((track) => this.#candidate(track, at));
    const first = associate(
      candidates,
      sightings.filter(({ score }) => score >= sureScore),
    );
    const second = associate(
      first.lost.filter(({ track }) => track.isConfirmed),
      sightings.filter(({ score }) => score < sureScore),
    );
    const moves = [...first.pairs, ...second.pairs].map(([{ track }, sighting]) => ({
      track,
      step: track.follow(sighting, at),
    }));
    this.#tracks = [...alive, ...first.fresh.map((sighting) => new Track(sighting, at))];
    return moves;
  }

  #candidate(track: Track, at: number): Candidate {
    const expected = track.expectedAt(at);
    return { track, expected, box: this.#movedBox(track, expected.place) };
  }

  /** The last box, moved by as many pixels as the feet are expected to have moved. */
  #movedBox({ box, place }: Track, expected: Point): Box {
    const [before, now] = [this.options.footPixel(place), this.options.footPixel(expected)];
    if (before === undefined || now === undefined) return box;
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    return {
      left: box.left + dx,
      right: box.right + dx,
      top: box.top + dy,
      bottom: box.bottom + dy,
    };
  }
}
