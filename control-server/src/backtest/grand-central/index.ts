export { type ConcourseResult, judgeConcourse } from './judge-concourse.js';
export type { ConcourseScore } from './judged-forecast.js';
export { readConcourse } from './read-concourse.js';
