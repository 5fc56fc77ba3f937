export {
  advanceLatch,
  type Delays,
  type Latch,
  latchOff,
  latchOn,
  type Signal,
} from './latch.js';
