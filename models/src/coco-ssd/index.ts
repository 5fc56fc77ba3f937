export { BACKENDS, type BackendFailure, type BackendName } from './backend.js';
export type { ChosenBackend, Refusal } from './choose-backend.js';
export { type CocoSsdOptions, type OpenCocoSsd, openCocoSsd } from './open-coco-ssd.js';
export type { Detection, Frame, PersonDetector } from './person-detector.js';
