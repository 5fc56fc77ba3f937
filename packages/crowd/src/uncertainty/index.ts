export { type CountError, countSigma } from './count-sigma.js';
export { type Estimate, inverseVarianceMean } from './inverse-variance-mean.js';
