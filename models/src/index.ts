export * from './adapters/coco-ssd/open-coco-ssd.js';
export * from './coco-ssd/backend.js';
export * from './coco-ssd/choose-backend.js';
export * from './coco-ssd/person-detector.js';
