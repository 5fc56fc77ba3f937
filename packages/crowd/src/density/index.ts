export { classicDensity } from './classic-density.js';
