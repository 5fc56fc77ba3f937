import { parentPort } from 'node:worker_threads';
import '../../../../packages/inference/src/adapters/coco-ssd/coco-ssd-worker.mjs';

/** The COCO-SSD thread, but it dies of its second picture. */
let pictures = 0;
parentPort?.on('message', ({ kind }) => {
  if (kind !== 'detect') return;
  pictures += 1;
  if (pictures === 2) process.exit(9);
});
