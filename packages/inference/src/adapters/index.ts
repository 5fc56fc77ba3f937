/** What touches files, threads and runtimes; for the edges of the apps only. */
import './onnx/silence-telemetry.js';

export * from './coco-ssd/open-coco-ssd.js';
export * from './files/file-digest.js';
export * from './files/find-model.js';
export * from './files/manifest-file.js';
export * from './onnx/inference-thread.js';
export * from './open-density-estimator.js';
export * from './open-motion-estimator.js';
export * from './open-person-detector.js';
export * from './package-paths.js';
