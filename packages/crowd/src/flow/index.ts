export { crossing } from './crossing.js';
export { crossingFrame, cumulativeCount } from './cumulative-count.js';
export { flowRate, specificFlow } from './flow-rate.js';
export { individualSpeed } from './individual-speed.js';
export { type IntervalFlow, intervalFlows } from './interval-flow.js';
