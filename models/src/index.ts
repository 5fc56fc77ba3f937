export * from './coco-ssd/index.js';
