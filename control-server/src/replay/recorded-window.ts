import {
  type DecodeFault,
  fail,
  LIMITS,
  MeasurementWindow,
  ok,
  type Result,
  shapeOf,
  windowFault,
} from '@throng/contract';

/** A window as it lies in a recording. */
export interface RecordedWindow {
  /** Its place in the recording, from 1. */
  readonly line: number;
  readonly window: MeasurementWindow;
  /** Epoch ms. */
  readonly end: number;
}

const shape = shapeOf(MeasurementWindow);

/**
 * Reads one line of a recording with the checks of the wire (SPEC C1–C5), but for the topic, which
 * a recording doesn't have. Never throws, whatever the text.
 */
export const readRecordedLine = (text: string): Result<MeasurementWindow, DecodeFault> => {
  if (text.length > LIMITS.windowBytes) {
    return fail('too-large', `over ${LIMITS.windowBytes} bytes, the most that a window may have`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('not-json', 'the line is not JSON');
  }
  const checked = shape(json);
  if (!checked.ok) {
    const [first, ...more] = checked.faults;
    const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
    return fail('schema', `window${first?.path ?? ''}: ${first?.message ?? 'refused'}${rest}`);
  }
  const inconsistent = windowFault(checked.value);
  return inconsistent === undefined ? ok(checked.value) : fail('inconsistent', inconsistent);
};
