import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '@throng/contract';
import type { LoadedModel, LoadOptions, Provider } from '../../ports/loaded-model.js';
import type { InferenceReply, InferenceRequest } from './inference-protocol.js';

type WithoutTicket<Request> = Request extends unknown ? Omit<Request, 'ticket'> : never;

const whyNot = (reply: InferenceReply): string =>
  reply.kind === 'failed' ? reply.message.trim() : 'no answer';

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

  /** Loads a model on the first of the providers that works here. */
  async load(
    path: string,
    { threads, providers }: LoadOptions,
  ): Promise<Result<LoadedModel, 'model-invalid'>> {
    const reasons: string[] = [];
    for (const provider of providers) {
      const reply = await this.#ask({ kind: 'load', path, threads, provider });
      if (reply.kind === 'loaded') return ok(this.#model(reply, provider));
      reasons.push(`on ${provider}: ${whyNot(reply)}`);
    }
    return fail('model-invalid', `${path} cannot be opened ${reasons.join('; ')}`);
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
        return fail('model-failed', whyNot(reply));
      },
      time: async (feeds) => {
        const reply = await this.#ask({ kind: 'time', model, feeds });
        return reply.kind === 'timed'
          ? ok(reply.milliseconds)
          : fail('model-failed', whyNot(reply));
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
