import { parentPort } from 'node:worker_threads';
import '../../../../packages/inference/src/adapters/onnx/inference-worker.mjs';

/** The inference thread, but its second frame holds it for ever, as a driver that hangs does. */
let runs = 0;
parentPort?.on('message', ({ kind }) => {
  if (kind !== 'run') return;
  runs += 1;
  while (runs === 2);
});
