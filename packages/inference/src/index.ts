/** What models are, take and answer: pure, for every room of the apps. */
export * from './coco-ssd/backend.js';
export * from './coco-ssd/choose-backend.js';
export * from './detection/box.js';
export * from './detection/non-maximum-suppression.js';
export * from './drift/drift.js';
export * from './drift/frame-observation.js';
export * from './drift/observe-frame.js';
export * from './drift/running-mean.js';
export * from './onnx/assumed-error.js';
export * from './onnx/frame-tensor.js';
export * from './ports/density-estimator.js';
export * from './ports/loaded-model.js';
export * from './ports/motion-estimator.js';
export * from './ports/person-detector.js';
export * from './ports/picture.js';
export * from './registry/find-entry.js';
export * from './registry/least-score.js';
