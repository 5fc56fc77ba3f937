import { type MeasurementWindow, windowName, windowTrace } from '@throng/contract';
import { sha256 } from '../adapters/audit/sha256.js';
import type { AlertTraces } from './alert-traces.js';
import type { Log } from './log.js';

/** What is done with each window that was admitted: its arrival is noted, and logged for who asks for `debug`. */
export const traceWindows =
  (traces: Pick<AlertTraces, 'admitted'>, log: Log) =>
  (window: MeasurementWindow, heard: number): void => {
    traces.admitted(window, heard);
    if (!log.isLevelEnabled('debug')) return;
    const name = windowName(window);
    log.debug({ trace: windowTrace(name, sha256), window: name, heard }, 'window admitted');
  };
