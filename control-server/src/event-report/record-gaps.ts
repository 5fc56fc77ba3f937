import type { AlertStory } from './alert-stories.js';

/** What was lost of an evening's record, as its alerts tell. */
export interface RecordGaps {
  /** Rows that the store could not take. */
  readonly rowsLost: number;
  readonly cameras: readonly CameraGap[];
}

/** A camera that was away; epoch seconds, within the evening. */
export interface CameraGap {
  readonly camera: string;
  readonly because: string;
  readonly from: number;
  /** Null: to the end of the evening. */
  readonly to: number | null;
}

/** @param evening epoch seconds. */
export const recordGaps = (
  stories: readonly AlertStory[],
  evening: { readonly from: number; readonly to: number },
): RecordGaps => {
  let rowsLost = 0;
  const cameras: CameraGap[] = [];
  for (const { clearedAt, raisedAt, steps } of stories) {
    const reason = steps.at(-1)?.reason;
    if (reason?.kind === 'store-failing') rowsLost += reason.rowsLost;
    if (reason?.kind !== 'camera-lost') continue;
    const to = clearedAt !== null && clearedAt < evening.to ? clearedAt : null;
    const from = Math.max(evening.from, raisedAt);
    cameras.push({ camera: reason.camera, because: reason.because, from, to });
  }
  return { rowsLost, cameras };
};
