import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import Type from 'typebox';
import { Parse } from 'typebox/value';

/** Read, not imported: the runtime itself belongs to the threads that compute. */
const runtime: unknown = createRequire(import.meta.url)('onnxruntime-node/package.json');
const { version } = Parse(Type.Object({ version: Type.String() }), runtime);

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
  onnxruntime: version,
});
