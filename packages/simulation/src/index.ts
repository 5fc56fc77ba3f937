export * from './appearance/appearance.js';
export * from './camera/camera.js';
export * from './dataset/annotated-image.js';
export * from './figure/stance.js';
export * from './rendering/renderer.js';
export * from './rendering/visible-people.js';
export * from './scene/light.js';
export * from './scene/scene.js';
