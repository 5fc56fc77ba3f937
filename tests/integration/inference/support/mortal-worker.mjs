import { parentPort } from 'node:worker_threads';
import '../../../../packages/inference/src/adapters/onnx/inference-worker.mjs';

/** The inference thread, but it dies of its second frame. */
let runs = 0;
parentPort?.on('message', ({ kind }) => {
  if (kind !== 'run') return;
  runs += 1;
  if (runs === 2) process.exit(9);
});
