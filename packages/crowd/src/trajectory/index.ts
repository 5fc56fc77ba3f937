export { type Step, steps, type Trajectory } from './trajectory.js';
