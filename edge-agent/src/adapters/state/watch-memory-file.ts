import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fromTimestamp, shapeOf, Timestamp, toTimestamp } from '@throng/contract';
import Type from 'typebox';
import type { CameraSettings } from '../../settings/edge-settings.js';
import type { MoveMemory } from '../../watchdog/move-watch.js';
import { isReference } from '../../watchdog/view-reference.js';

const Stored = Type.Object(
  {
    /** Of the calibration and masks that it belongs to: a camera calibrated anew is learnt anew. */
    calibration: Type.String({ pattern: '^[0-9a-f]{16}$' }),
    reference: Type.String({ maxLength: 1_024 }),
    learntAt: Timestamp,
    movedSince: Type.Optional(Timestamp),
  },
  { additionalProperties: false },
);
const asStored = shapeOf(Stored);

/** Names a calibration with its masks: another name for another calibration. */
export const calibrationName = ({ calibration, masks }: CameraSettings): string =>
  createHash('sha256')
    .update(JSON.stringify([calibration, masks]))
    .digest('hex')
    .slice(0, 16);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What an earlier run knew of a camera; undefined where it knew nothing of this calibration. */
export const readWatchMemory = async (
  path: string,
  calibration: string,
): Promise<MoveMemory | undefined> => {
  const stored = asStored(parsed(await readFile(path, 'utf8').catch(() => '')));
  if (!stored.ok || stored.value.calibration !== calibration) return undefined;
  const { learntAt, movedSince, reference } = stored.value;
  if (!isReference(reference)) return undefined;
  return {
    reference,
    learntAt: fromTimestamp(learntAt),
    ...(movedSince === undefined ? {} : { movedSince: fromTimestamp(movedSince) }),
  };
};

/** Keeps what is known of a camera, whole or not at all. */
export const writeWatchMemory = async (
  path: string,
  calibration: string,
  memory: MoveMemory | undefined,
): Promise<void> => {
  if (memory === undefined) return rm(path, { force: true });
  const { learntAt, movedSince, reference } = memory;
  const stored: Type.Static<typeof Stored> = {
    calibration,
    reference,
    learntAt: toTimestamp(learntAt),
    ...(movedSince === undefined ? {} : { movedSince: toTimestamp(movedSince) }),
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(stored)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
};
