import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '@throng/contract';
import type {
  InferenceReply,
  InferenceRequest,
  ModelSignature,
  Provider,
  Tensors,
} from './inference-protocol.js';

/** A model in the inference thread. */
export interface LoadedModel {
  readonly signature: ModelSignature;
  /** Where it really runs, which may not be where it was asked to. */
  readonly provider: Provider;
  run(feeds: Tensors): Promise<Result<Tensors, 'model-failed'>>;
}

export interface LoadOptions {
  /** Cores that one inference may use. */
  readonly threads: number;
  readonly provider: Provider;
}

type WithoutTicket<Request> = Request extends unknown ? Omit<Request, 'ticket'> : never;

/** Runs ONNX models one call after the other on a thread of their own. */
export class InferenceThread {
  readonly #worker = new Worker(new URL('./inference-worker.mjs', import.meta.url));
  readonly #waiting = new Map<number, (reply: InferenceReply) => void>();
  #ticket = 0;
  #broken: string | undefined;

  constructor() {
    this.#worker.on('message', (reply: InferenceReply) => {
      this.#waiting.get(reply.ticket)?.(reply);
      this.#waiting.delete(reply.ticket);
    });
    this.#worker.on('error', (error) => this.#break(error.message));
    this.#worker.on('exit', (code) => this.#break(`the inference thread ended with ${code}`));
  }

  /** Loads a model on the wanted provider, or on the CPU where that one does not work here. */
  async load(path: string, options: LoadOptions): Promise<Result<LoadedModel, 'model-invalid'>> {
    const reply = await this.#ask({ kind: 'load', path, ...options });
    if (reply.kind === 'loaded') return ok(this.#model(reply, options.provider));
    if (options.provider !== 'cpu') return this.load(path, { ...options, provider: 'cpu' });
    const why = reply.kind === 'failed' ? reply.message : 'no answer';
    return fail('model-invalid', `${path} cannot be loaded: ${why}`);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #model(
    { model, signature }: Extract<InferenceReply, { kind: 'loaded' }>,
    provider: Provider,
  ): LoadedModel {
    return {
      signature,
      provider,
      run: async (feeds) => {
        const reply = await this.#ask({ kind: 'run', model, feeds });
        if (reply.kind === 'done') return ok(reply.outputs);
        return fail('model-failed', reply.kind === 'failed' ? reply.message : 'no answer');
      },
    };
  }

  #ask(request: WithoutTicket<InferenceRequest>): Promise<InferenceReply> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    return new Promise((resolve) => {
      if (this.#broken !== undefined) {
        return resolve({ kind: 'failed', ticket, message: this.#broken });
      }
      this.#waiting.set(ticket, resolve);
      this.#worker.postMessage({ ...request, ticket });
    });
  }

  #break(message: string): void {
    this.#broken ??= message;
    for (const [ticket, resolve] of this.#waiting) resolve({ kind: 'failed', ticket, message });
    this.#waiting.clear();
  }
}
