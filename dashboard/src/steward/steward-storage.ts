import { decodeLive, type Snapshot, toTimestamp } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { type KeptAct, readActs } from './kept-acts.js';

const ACTS = 'throng.steward.acts';
const PICTURE = 'throng.steward.picture';
const SOUND = 'throng.steward.sound';

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** A browser that refuses storage keeps nothing beyond the page. */
const write = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // What is on the page is on the page still.
  }
};

export const storedActs = (): readonly KeptAct[] => readActs(read(ACTS));
export const storeActs = (acts: readonly KeptAct[]): void => write(ACTS, JSON.stringify(acts));

export const isSoundOn = (): boolean => read(SOUND) !== 'off';
export const storeSound = (isOn: boolean): void => write(SOUND, isOn ? 'on' : 'off');

/** The last picture, for a phone that is opened without network: zones and alerts, no more. */
export const storePicture = (
  { alerts, at, passages, venue, zones }: Picture,
  heardAt: number,
): void => {
  const snapshot: Snapshot = {
    ...{ type: 'snapshot', v: 1, sequence: 0, at: toTimestamp(at), venue },
    ...{ zones: [...zones.values()], passages: [...passages.values()] },
    ...{ cameras: [], edges: [], grids: [], alerts: [...alerts.values()] },
  };
  write(PICTURE, `${heardAt} ${JSON.stringify(snapshot)}`);
};

export const storedPicture = (): { snapshot: Snapshot; heardAt: number } | undefined => {
  const [, heardAt, text] = /^(\d+) (.*)$/s.exec(read(PICTURE) ?? '') ?? [];
  const decoded = decodeLive(text ?? '');
  return decoded.ok && decoded.value.type === 'snapshot'
    ? { snapshot: decoded.value, heardAt: Number(heardAt) }
    : undefined;
};

/** Nothing of the venue stays on the phone of somebody who has logged out. */
export const forgetAll = (): void => {
  write(PICTURE, null);
  write(ACTS, null);
};
