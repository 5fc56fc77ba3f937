import { fail, ok, type Result } from '@throng/contract';
import { type BackendName, PACKAGE_OF, type StartBackend } from '../../coco-ssd/backend.js';
import { type ChosenBackend, chooseBackend } from '../../coco-ssd/choose-backend.js';
import { toDetections } from '../../coco-ssd/to-detections.js';
import type { Detection } from '../../ports/person-detector.js';
import type { Picture } from '../../ports/picture.js';
import { type Died, PATIENCE, WorkerConnection } from '../worker-connection.js';
import type { CocoSsdReply, CocoSsdRequest } from './coco-ssd-protocol.js';

type Connection = WorkerConnection<CocoSsdRequest, CocoSsdReply>;
export type CocoSsdFailure = 'library-missing' | 'no-backend' | 'model-invalid';

export interface Sight {
  readonly most: number;
  readonly leastScore: number;
}

const NEEDED = '@tensorflow-models/coco-ssd @tensorflow/tfjs-core @tensorflow/tfjs-converter';

const whyNot = (reply: CocoSsdReply | Died): string =>
  'message' in reply ? reply.message : 'no answer';

/** COCO-SSD on a thread of its own; one that dies or is stuck is replaced, and the new one gets the picture. */
export class CocoSsdThread {
  #connection: Connection;
  #isClosed = false;

  /** @param worker is replaced in tests only. */
  constructor(
    private readonly model: string,
    private readonly backends: readonly BackendName[],
    private readonly worker = new URL('./coco-ssd-worker.mjs', import.meta.url),
  ) {
    this.#connection = new WorkerConnection(worker);
  }

  /** Starts the first backend that works and loads the model on it. */
  async open(): Promise<Result<ChosenBackend, CocoSsdFailure>> {
    if (this.#connection.isDead) this.#connection = new WorkerConnection(this.worker);
    const connection = this.#connection;
    let isMissing = false;
    const start: StartBackend = async (backend) => {
      const packageName = PACKAGE_OF[backend];
      const reply = await connection.ask({ kind: 'start', backend, packageName }, PATIENCE.opening);
      if (reply.kind === 'started') return ok(true);
      isMissing ||= reply.kind === 'library-missing';
      return reply.kind === 'refused'
        ? fail(reply.code, reply.message)
        : fail('backend-broken', whyNot(reply));
    };
    const chosen = await chooseBackend(this.backends, start);
    if (isMissing) {
      return fail('library-missing', `COCO-SSD is not installed; npm install ${NEEDED}`);
    }
    if (!chosen.ok) return chosen;
    const reply = await connection.ask({ kind: 'load', model: this.model }, PATIENCE.opening);
    if (reply.kind === 'loaded') return chosen;
    return fail(
      'model-invalid',
      `the COCO-SSD model ${this.model} cannot be loaded: ${whyNot(reply)}; name a folder with model.json and its weights, or the address of a model.json`,
    );
  }

  async detect(picture: Picture, sight: Sight): Promise<Result<Detection[], 'model-failed'>> {
    let reply = await this.#look(picture, sight);
    if (reply.kind === 'died' && !this.#isClosed) {
      const opened = await this.open();
      if (!opened.ok) return fail('model-failed', opened.message);
      reply = await this.#look(picture, sight);
    }
    return reply.kind === 'found'
      ? ok(toDetections(reply.objects))
      : fail('model-failed', `COCO-SSD failed: ${whyNot(reply)}`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#connection.close();
  }

  #look({ width, height, pixels }: Picture, sight: Sight): Promise<CocoSsdReply | Died> {
    const request = { kind: 'detect', width, height, pixels, ...sight } as const;
    return this.#connection.ask(request, PATIENCE.running);
  }
}
