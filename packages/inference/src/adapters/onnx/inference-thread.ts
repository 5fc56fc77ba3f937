import { fail, ok, type Result } from '@throng/contract';
import type { LoadedModel, LoadOptions, Provider } from '../../ports/loaded-model.js';
import type { ProviderModel, Runtime } from '../../ports/runtime.js';
import { FallbackModel } from '../../providers/fallback-model.js';
import { StackingRuntime } from '../../stacking/stacking-runtime.js';
import { type Died, PATIENCE, WorkerConnection } from '../worker-connection.js';
import type { InferenceReply, InferenceRequest } from './inference-protocol.js';

type Connection = WorkerConnection<InferenceRequest, InferenceReply>;

const failure = (reply: InferenceReply | Died) =>
  reply.kind === 'died'
    ? fail('runtime-died', reply.message)
    : fail('model-failed', reply.kind === 'failed' ? reply.message.trim() : 'no answer');

/** Runs ONNX models one call after the other on a thread of their own; one that dies or is stuck is replaced. */
export class InferenceThread implements Runtime {
  #connection: Connection | undefined;
  #closed = false;
  #replaced = 0;

  /** @param worker is replaced in tests only, as is `patience`. */
  constructor(
    private readonly worker = new URL('./inference-worker.mjs', import.meta.url),
    private readonly patience = PATIENCE,
  ) {}

  /** Threads that died or were stuck and had to be replaced, since the start. */
  get replaced(): number {
    return this.#replaced;
  }

  /** Loads a model on the first of the providers that works here. */
  load(path: string, options: LoadOptions): Promise<Result<LoadedModel, 'model-invalid'>> {
    return FallbackModel.open(new StackingRuntime(this), path, options);
  }

  async open(
    path: string,
    provider: Provider,
    threads: number,
  ): Promise<Result<ProviderModel, 'model-invalid' | 'runtime-died'>> {
    if (this.#closed) return fail('runtime-died', 'it was closed');
    if (this.#connection?.isDead === true) this.#replaced += 1;
    if (this.#connection?.isDead !== false) this.#connection = new WorkerConnection(this.worker);
    const connection = this.#connection;
    const reply = await connection.ask(
      { kind: 'load', path, threads, provider },
      this.patience.opening,
    );
    if (reply.kind === 'loaded') return ok(this.#model(connection, reply));
    const { code, message } = failure(reply);
    return code === 'runtime-died' ? fail(code, message) : fail('model-invalid', message);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection?.close();
  }

  #model(
    connection: Connection,
    { model, signature }: Extract<InferenceReply, { kind: 'loaded' }>,
  ): ProviderModel {
    const { opening, running } = this.patience;
    let patience = opening;
    return {
      signature,
      run: async (feeds) => {
        const reply = await connection.ask({ kind: 'run', model, feeds }, patience);
        patience = running;
        return reply.kind === 'done' ? ok(reply.outputs) : failure(reply);
      },
      time: async (feeds) => {
        const reply = await connection.ask({ kind: 'time', model, feeds }, opening);
        return reply.kind === 'timed' ? ok(reply.milliseconds) : failure(reply);
      },
    };
  }
}
