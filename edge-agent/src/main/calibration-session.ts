import { faultLines, type Result, shapeOf } from '@throng/contract';
import { distance, type Point } from '@throng/crowd';
import Type from 'typebox';
import type { Answer, Routes } from '../adapters/calibration-page/page-server.js';
import type { CalibrationTarget } from '../adapters/files/read-calibration-target.js';
import type { Still } from '../adapters/still/grab-still.js';
import { clickError, errorModel } from '../calibration/expected-error.js';
import { findLens } from '../calibration/find-lens.js';
import {
  headOfPlace,
  pixelOfPlace,
  placeOfPixel,
  placeUnderHead,
} from '../calibration/ground-picture.js';
import { rmsPixelsOf } from '../calibration/leave-one-out.js';
import type { PlaceMessage, StartMessage } from '../calibration/page-messages.js';
import { rescaled } from '../calibration/rescale.js';
import { Calibration } from '../settings/calibration-settings.js';
import { type GroundSolution, solveGround } from '../stages/solve-ground.js';
import { assessFor, storeCalibration } from './store-calibration.js';

export interface SessionParts {
  readonly target: CalibrationTarget;
  readonly by: string;
  readonly now: () => number;
  readonly grab: () => Promise<Result<Still>>;
  /** The page was left for good. */
  readonly onClose: () => void;
}

const calibrationShape = shapeOf(Calibration);
const Pair = Type.Tuple([Type.Number(), Type.Number()]);
const placeShape = shapeOf(
  Type.Object({ pixel: Type.Optional(Pair), ground: Type.Optional(Pair) }),
);
const edgesShape = shapeOf(Type.Object({ edges: Type.Array(Type.Array(Pair, { maxItems: 200 })) }));
const saveShape = shapeOf(Type.Object({ by: Type.String({ minLength: 1, maxLength: 80 }) }));

const json = (body: unknown, status = 200): Answer => ({ kind: 'json', status, body });
const fault = (message: string, status = 400): Answer => json({ fault: message }, status);

const pair = ({ x, y }: Point): [number, number] => [x, y];

/** A part of a request's body; undefined where there is none. */
const part = (body: unknown, key: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;

/**
 * What the page works on: one still in memory, and the ground that the last marks amount to. The
 * page edits and draws; all that is computed is computed here.
 */
export class CalibrationSession {
  #still: Still | undefined;
  #stillFault = '';
  #last:
    | { solution: GroundSolution; calibration: Calibration; errorAt: (place: Point) => number }
    | undefined;

  constructor(private readonly parts: SessionParts) {}

  get routes(): Routes {
    return {
      'GET /api/start': () => json(this.#start()),
      'GET /api/still': () =>
        this.#still === undefined
          ? fault(this.#stillFault, 404)
          : { kind: 'png', content: this.#still.png },
      'POST /api/still': () => this.#renew(),
      'POST /api/assess': (body) => this.#assess(part(body, 'draft')),
      'POST /api/place': (body) => this.#place(body),
      'POST /api/lens': (body) => this.#findLens(body),
      'POST /api/save': (body) => this.#save(body),
      'POST /api/close': () => {
        this.parts.onClose();
        return json({});
      },
    };
  }

  /** Takes a new still; the one before stays where there is none to be had. */
  async grab(): Promise<void> {
    const still = await this.parts.grab();
    if (still.ok) this.#still = still.value;
    this.#stillFault = still.ok ? '' : still.message;
  }

  #size(): [number, number] {
    const { calibration, camera } = this.parts.target;
    if (this.#still === undefined) return (calibration ?? camera.calibration).imageSize;
    const { height, width } = this.#still.size;
    return [width, height];
  }

  #start(): StartMessage {
    const { calibration, camera, venue } = this.parts.target;
    const size = this.#size();
    const {
      calibratedAt = null,
      calibratedBy = this.parts.by,
      imageSize: _,
      ...draft
    } = rescaled(calibration ?? { ...camera.calibration, imageSize: size }, size);
    const defined = venue.cameras.find(({ id }) => id === camera.id);
    return {
      camera: { id: camera.id, name: defined?.name ?? camera.id },
      venue: {
        name: venue.name,
        zones: venue.zones.map(({ name, polygon }) => ({ name, polygon })),
        walls: venue.walls ?? [],
      },
      area: defined?.area ?? [],
      draft,
      size,
      still: this.#note(),
      stillFault: this.#stillFault,
      calibratedAt,
      calibratedBy,
    };
  }

  #note(): StartMessage['still'] {
    return this.#still === undefined
      ? null
      : { ...this.#still.size, capturedAt: this.#still.capturedAt };
  }

  async #renew(): Promise<Answer> {
    await this.grab();
    return json({ still: this.#note(), size: this.#size(), stillFault: this.#stillFault });
  }

  /** A draft of the page as a calibration of the still's picture. */
  #calibrationOf(draft: unknown): Calibration | Answer {
    const whole = { ...Object(draft), imageSize: this.#size() };
    const checked = calibrationShape(whole);
    return checked.ok ? checked.value : fault(faultLines(checked.faults, whole).join('\n'));
  }

  #assess(draft: unknown): Answer {
    const calibration = this.#calibrationOf(draft);
    if ('kind' in calibration) return calibration;
    const found = assessFor(this.parts.target, calibration);
    const solved = found.ok ? solveGround(calibration) : undefined;
    this.#last = undefined;
    if (solved?.ok) {
      const solution = solved.value;
      const click = clickError(calibration, rmsPixelsOf(calibration, solution));
      // Made once a pointer asks: a drag brings many drafts whose errors nobody looks at.
      let model: ReturnType<typeof errorModel> | undefined;
      const errorAt = (place: Point): number => {
        model ??= errorModel(calibration, solution, click);
        return model(place);
      };
      this.#last = { solution, calibration, errorAt };
    }
    return json(found);
  }

  #place(body: unknown): Answer {
    const asked = placeShape(body);
    if (!asked.ok) return fault('A place has a pixel or ground of two numbers.');
    if (this.#last === undefined) return json(null);
    const { calibration, errorAt, solution } = this.#last;
    const { ground, pixel } = asked.value;
    const seen = pixel && { x: pixel[0], y: pixel[1] };
    const place =
      ground === undefined ? seen && placeOfPixel(solution, seen) : { x: ground[0], y: ground[1] };
    if (place === undefined) return json(null);
    const foot = pixelOfPlace(solution, place);
    const head = headOfPlace(solution, place, calibration.headHeight);
    const under = seen && placeUnderHead(solution, seen, calibration.headHeight);
    const expected = errorAt(place);
    const message: PlaceMessage = {
      ground: pair(place),
      foot: foot === undefined ? null : pair(foot),
      head: head === undefined ? null : pair(head),
      underHead: under === undefined ? null : pair(under),
      distance: distance(place, solution.camera),
      expectedMetres: Number.isFinite(expected) ? expected : -1,
    };
    return json(message);
  }

  #findLens(body: unknown): Answer {
    const calibration = this.#calibrationOf(part(body, 'draft'));
    if ('kind' in calibration) return calibration;
    const given = edgesShape(body);
    if (!given.ok) return fault('Edges are lists of points of two numbers.');
    const edges = given.value.edges.map((edge) => edge.map(([x, y]) => ({ x, y })));
    const found = findLens(calibration, edges);
    return found.ok ? json(found.value) : fault(found.message, 422);
  }

  async #save(body: unknown): Promise<Answer> {
    const calibration = this.#calibrationOf(part(body, 'draft'));
    if ('kind' in calibration) return calibration;
    const given = saveShape(body);
    if (!given.ok) return fault('Say who calibrates: a name of 1 to 80 letters.');
    const { now, target } = this.parts;
    const saved = await storeCalibration(target, calibration, given.value.by, now());
    if (!saved.ok) return fault(saved.message, 422);
    const { backup, file } = saved.value;
    return json({ file, backup });
  }
}
