/** Pure crowd science: no I/O, no clock, no dependency on a process. Units are SI. */
export * from './geometry/index.js';
export * from './grid/index.js';
