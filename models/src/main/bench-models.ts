import { ok, type Result } from '@throng/contract';
import type { Picture, Provider } from '@throng/inference';
import { InferenceThread } from '@throng/inference/adapters';
import type { Tick } from '../ports/tick.js';
import type { BenchOrder, Candidate } from './bench-candidates.js';
import { type BenchFigures, type BenchSubject, benchModel } from './bench-model.js';
import { benchRivals, type RivalFigures } from './bench-rivals.js';
import { openBenchSubject } from './open-bench-subject.js';
import type { BenchPlan } from './take-turns.js';

export type BenchRow = BenchFigures & {
  readonly model: string;
  readonly provider: Provider;
  readonly width: number;
  readonly height: number;
  /** Beside another model, where one was named. */
  readonly against?: RivalFigures;
};

/** A provider that does not work here, and why. */
export interface Unavailable {
  readonly model: string;
  readonly provider: Provider;
  readonly reason: string;
}

interface Rivals {
  readonly subject: BenchSubject;
  readonly rival: BenchSubject | undefined;
}

const openBoth = async (
  [candidate, rival]: readonly [Candidate, Candidate | undefined],
  threads: readonly [InferenceThread, InferenceThread],
  provider: Provider,
  cores: number,
): Promise<Result<Rivals>> => {
  const subject = await openBenchSubject(candidate, threads[0], provider, cores);
  if (!subject.ok) return subject;
  if (rival === undefined) return ok({ subject: subject.value, rival });
  const other = await openBenchSubject(rival, threads[1], provider, cores);
  return other.ok ? ok({ subject: subject.value, rival: other.value }) : other;
};

const figuresOf = async (
  { subject, rival }: Rivals,
  picture: Picture,
  plan: BenchPlan,
): Promise<Result<BenchFigures & { against?: RivalFigures }>> => {
  const figures = await benchModel(subject, picture, plan);
  if (!figures.ok || rival === undefined) return figures;
  const against = await benchRivals(subject, rival, picture, plan);
  return against.ok ? ok({ ...figures.value, against: against.value }) : against;
};

/** Times every case; one that does not work here is told, and does not stop the others. */
export const benchModels = async (
  models: readonly Candidate[],
  rival: Candidate | undefined,
  pictures: readonly Picture[],
  { provider: providers, threads: cores, warmUp, runs }: BenchOrder,
  tick: Tick,
): Promise<{ rows: BenchRow[]; unavailable: Unavailable[] }> => {
  const rows: BenchRow[] = [];
  const unavailable: Unavailable[] = [];
  const plan = { warmUp, runs, now: () => performance.now() };
  for (const candidate of models) {
    for (const provider of providers) {
      const named = { model: candidate.id, provider };
      const threads = [new InferenceThread(), new InferenceThread()] as const;
      const opened = await openBoth([candidate, rival], threads, provider, cores);
      if (!opened.ok) unavailable.push({ ...named, reason: opened.message });
      for (const picture of pictures) {
        if (opened.ok) {
          const figures = await figuresOf(opened.value, picture, plan);
          const { width, height } = picture;
          if (figures.ok) rows.push({ ...named, width, height, ...figures.value });
          else unavailable.push({ ...named, reason: figures.message });
        }
        tick();
      }
      await Promise.all(threads.map((thread) => thread.close()));
    }
  }
  return { rows, unavailable };
};
