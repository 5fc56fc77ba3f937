import { availableParallelism, cpus } from 'node:os';
import { env } from 'onnxruntime-node';

/** What timings depend on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly onnxruntime: string;
}

export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
  onnxruntime: env.versions.node ?? 'unknown',
});
