import { setImmediate } from 'node:timers/promises';

/** Does a long piece of work in its own steps: windows, ticks and pages come first. */
export const betweenTimes = async <Value>(work: Generator<void, Value>): Promise<Value> => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
};
