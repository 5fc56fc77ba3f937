import { fail, ok, type Result } from '@throng/contract';
import type {
  LoadedModel,
  LoadOptions,
  ModelSignature,
  Provider,
  Tensors,
} from '../ports/loaded-model.js';
import type { ProviderModel, Runtime } from '../ports/runtime.js';

interface Place {
  readonly provider: Provider;
  readonly model: ProviderModel;
}

type Outcome = Result<Tensors, 'model-failed'>;
type Failure = Extract<Awaited<ReturnType<ProviderModel['run']>>, { ok: false }>;

/**
 * A model that outlives its provider: where one fails, at the start or in the middle of a run, the
 * next of the list answers the same input, and the model stays there. What no provider can answer
 * is the input's fault, or the model's, and moves nothing.
 */
export class FallbackModel implements LoadedModel {
  /** Opened beside the place in use, for inputs that fail there. */
  readonly #spare = new Map<Provider, ProviderModel>();
  #recovery: Promise<void> = Promise.resolve();

  private constructor(
    private readonly runtime: Runtime,
    private readonly path: string,
    private readonly options: LoadOptions,
    private place: Place,
  ) {}

  /** Opens the model on the first of the providers that works here. */
  static async open(
    runtime: Runtime,
    path: string,
    options: LoadOptions,
  ): Promise<Result<FallbackModel, 'model-invalid'>> {
    const refused: { provider: Provider; reason: string }[] = [];
    for (const provider of options.providers) {
      const opened = await runtime.open(path, provider, options.threads);
      if (opened.ok) {
        for (const { provider: from, reason } of refused) {
          options.onMove?.({ path, from, to: provider, reason });
        }
        return ok(new FallbackModel(runtime, path, options, { provider, model: opened.value }));
      }
      refused.push({ provider, reason: opened.message });
    }
    const reasons = refused.map(({ provider, reason }) => `on ${provider}: ${reason}`).join('; ');
    return fail('model-invalid', `${path} cannot be opened ${reasons}`);
  }

  get provider(): Provider {
    return this.place.provider;
  }

  get signature(): ModelSignature {
    return this.place.model.signature;
  }

  get framesAtOnce(): number | undefined {
    return this.place.model.framesAtOnce;
  }

  async run(feeds: Tensors): Promise<Outcome> {
    const { place } = this;
    const first = await place.model.run(feeds);
    if (first.ok) return first;
    // of frames that fail at the same time, the first finds a place for all
    const recovered = this.#recovery.then(() => this.#recover(place, feeds, first));
    this.#recovery = recovered.then(() => undefined);
    return recovered;
  }

  async #recover(failed: Place, feeds: Tensors, failure: Failure): Promise<Outcome> {
    const first = this.place === failed ? failure : await this.place.model.run(feeds);
    if (first.ok) return first;
    const second = first.code === 'runtime-died' ? await this.#again(feeds) : first;
    return second.ok ? second : this.#elsewhere(feeds, second.message);
  }

  async time(feeds: Tensors): Promise<Result<number, 'model-failed'>> {
    const timed = await this.place.model.time(feeds);
    return timed.ok ? timed : fail('model-failed', timed.message);
  }

  /** A runtime may have died of another model: the same provider gets a second chance in a new one. */
  async #again(feeds: Tensors): Promise<Outcome> {
    this.#spare.clear();
    return this.#tryOn(this.place.provider, feeds);
  }

  async #elsewhere(feeds: Tensors, reason: string): Promise<Outcome> {
    const { provider: from } = this.place;
    const { providers, onMove } = this.options;
    for (const provider of providers.slice(providers.indexOf(from) + 1)) {
      const outcome = await this.#tryOn(provider, feeds);
      if (!outcome.ok) continue;
      onMove?.({ path: this.path, from, to: provider, reason });
      return outcome;
    }
    return fail('model-failed', reason);
  }

  /** Answers on a provider, and stays there if it answers. */
  async #tryOn(provider: Provider, feeds: Tensors): Promise<Outcome> {
    const spare = this.#spare.get(provider);
    const opened =
      spare === undefined
        ? await this.runtime.open(this.path, provider, this.options.threads)
        : ok(spare);
    if (!opened.ok) return fail('model-failed', opened.message);
    const outcome = await opened.value.run(feeds);
    if (outcome.ok) this.place = { provider, model: opened.value };
    if (outcome.ok || outcome.code === 'runtime-died') this.#spare.delete(provider);
    else this.#spare.set(provider, opened.value);
    return outcome.ok ? outcome : fail('model-failed', outcome.message);
  }
}
