import { fail, ok, type Result } from '@throng/contract';
import { type BackendName, PACKAGE_OF, type StartBackend } from '../../coco-ssd/backend.js';
import { type ChosenBackend, chooseBackend } from '../../coco-ssd/choose-backend.js';
import { toDetections } from '../../coco-ssd/to-detections.js';
import type { Detection } from '../../ports/person-detector.js';
import type { Picture } from '../../ports/picture.js';
import { type Died, WorkerConnection } from '../worker-connection.js';
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

const connect = (): Connection =>
  new WorkerConnection(new URL('./coco-ssd-worker.mjs', import.meta.url));

/** COCO-SSD on a thread of its own; a thread that dies is replaced with the next picture. */
export class CocoSsdThread {
  #connection: Connection = connect();

  constructor(
    private readonly model: string,
    private readonly backends: readonly BackendName[],
  ) {}

  /** Starts the first backend that works and loads the model on it. */
  async open(): Promise<Result<ChosenBackend, CocoSsdFailure>> {
    if (this.#connection.isDead) this.#connection = connect();
    const connection = this.#connection;
    let isMissing = false;
    const start: StartBackend = async (backend) => {
      const packageName = PACKAGE_OF[backend];
      const reply = await connection.ask({ kind: 'start', backend, packageName });
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
    const reply = await connection.ask({ kind: 'load', model: this.model });
    if (reply.kind === 'loaded') return chosen;
    return fail(
      'model-invalid',
      `the COCO-SSD model ${this.model} cannot be loaded: ${whyNot(reply)}; name a folder with model.json and its weights, or the address of a model.json`,
    );
  }

  async detect(picture: Picture, sight: Sight): Promise<Result<Detection[], 'model-failed'>> {
    if (this.#connection.isDead) {
      const opened = await this.open();
      if (!opened.ok) return fail('model-failed', opened.message);
    }
    const { width, height, pixels } = picture;
    const reply = await this.#connection.ask({ kind: 'detect', width, height, pixels, ...sight });
    return reply.kind === 'found'
      ? ok(toDetections(reply.objects))
      : fail('model-failed', `COCO-SSD failed: ${whyNot(reply)}`);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
