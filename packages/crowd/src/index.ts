/** Pure crowd science: no I/O, no clock, no dependency on a process. Units are SI. */
export * from './alarm/index.js';
export * from './capacity/index.js';
export * from './density/index.js';
export * from './flow/index.js';
export * from './fundamental-diagram/index.js';
export * from './geometry/index.js';
export * from './grid/index.js';
export * from './level-of-service/index.js';
export * from './projection/index.js';
export * from './trajectory/index.js';
export * from './uncertainty/index.js';
