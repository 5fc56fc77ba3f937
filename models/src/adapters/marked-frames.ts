import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { Box, Picture } from '@throng/inference';
import { evenly } from '../evaluation/evenly.js';
import { type MarkedVideo, parsePeople, parseVideoTruth } from '../evaluation/person-truth.js';
import { readJson } from './json-file.js';
import { expectFiles } from './missing-files.js';
import { readPicture } from './read-picture.js';
import { videoFrames } from './video-frames.js';

/** A frame whose people were marked. */
export interface MarkedFrame {
  readonly name: string;
  readonly picture: Picture;
  readonly people: readonly Box[];
}

/** Marked frames that can be gone through again and again. */
export interface MarkedFrames {
  readonly total: number;
  /** Stops with the first frame that cannot be read, as a failure. */
  read(): AsyncGenerator<Result<MarkedFrame>>;
}

/** Numbers of a video's frames, both included. */
export interface FrameRange {
  readonly first: number;
  readonly last: number;
}

/** Which of the marked frames to look at: those of a range, at most `limit`, spread evenly. */
export interface FrameChoice {
  readonly limit: number;
  readonly frames?: FrameRange;
}

async function* readVideo(
  path: string,
  truth: MarkedVideo,
  numbers: ReadonlySet<number>,
): AsyncGenerator<Result<MarkedFrame>> {
  const last = Math.max(...numbers);
  let number = 0;
  try {
    for await (const picture of videoFrames(path, truth)) {
      const people = truth.frames.get(number);
      if (people !== undefined && numbers.has(number)) {
        yield ok({ name: `frame ${number}`, picture, people });
      }
      if (number === last) return;
      number += 1;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield fail('video-unreadable', `${path} cannot be decoded: ${why}`);
    return;
  }
  yield fail('video-short', `${path} ends after ${number} frames, truth.json marks frame ${last}`);
}

const openVideo = async (
  folder: string,
  { limit, frames }: FrameChoice,
): Promise<Result<MarkedFrames>> => {
  const json = await readJson(join(folder, 'truth.json'));
  if (!json.ok) return json;
  const truth = parseVideoTruth(json.value);
  if (!truth.ok) return truth;
  const found = await expectFiles(folder, [truth.value.video]);
  if (!found.ok) return found;
  const path = join(folder, truth.value.video);
  const { first, last } = frames ?? { first: 0, last: Number.POSITIVE_INFINITY };
  const within = [...truth.value.frames.keys()].filter((frame) => first <= frame && frame <= last);
  if (within.length === 0) {
    return fail(
      'truth-missing',
      `truth.json marks no frame from ${first} to ${last}; check --frames`,
    );
  }
  const numbers = new Set(evenly(within, limit));
  return ok({ total: numbers.size, read: () => readVideo(path, truth.value, numbers) });
};

const openPictures = async (
  folder: string,
  { limit, frames }: FrameChoice,
): Promise<Result<MarkedFrames>> => {
  if (frames !== undefined) {
    return fail('frames-refused', `${folder} holds pictures, no video; leave out --frames`);
  }
  const json = await readJson(join(folder, 'boxes.json'));
  if (!json.ok) return json;
  const marked = parsePeople(json.value);
  if (!marked.ok) return marked;
  const images = join(folder, 'images');
  const chosen = evenly(marked.value, limit);
  const found = await expectFiles(
    images,
    chosen.map(({ file }) => file),
  );
  if (!found.ok) return found;
  async function* read(): AsyncGenerator<Result<MarkedFrame>> {
    for (const { file, people } of chosen) {
      const picture = await readPicture(join(images, file));
      yield picture.ok ? ok({ name: file, picture: picture.value, people }) : picture;
      if (!picture.ok) return;
    }
  }
  return ok({ total: chosen.length, read });
};

/** Opens a folder with a video and `truth.json`, or with `images/` and `boxes.json`. */
export const openMarkedFrames = async (
  folder: string,
  choice: FrameChoice,
): Promise<Result<MarkedFrames>> => {
  if (existsSync(join(folder, 'truth.json'))) return openVideo(folder, choice);
  if (existsSync(join(folder, 'boxes.json'))) return openPictures(folder, choice);
  return fail(
    'truth-missing',
    `${folder} holds neither truth.json (beside a video) nor boxes.json (beside images/); check --data`,
  );
};
