import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { GLIMPSE } from '../../../edge-agent/src/watchdog/glimpse.js';
import { PictureWatch } from '../../../edge-agent/src/watchdog/picture-watch.js';
import { availability, sharedData } from '../../reference/support/shared-data.js';
import { describeWith, toolPath } from '../../support/system-tools.js';

const VIDEO = 'pets2009-s1l1';
const { present, note } = availability(VIDEO);

/** The middle of the picture, so that a camera can look elsewhere without showing an edge. */
const MIDDLE = 'crop=trunc(iw*0.84):trunc(ih*0.84)';

/** Seconds: long enough to learn a place from, and to be looked at in vain. */
const LEARNING = 200;
const LOOKED_AT = 240;

/** A glimpse a second of the crowd as this filter shows it. */
const glimpses = async (filter: string): Promise<Uint8Array[]> => {
  const { height, width } = GLIMPSE;
  const { stdout } = await promisify(execFile)(
    toolPath('ffmpeg'),
    [
      ...['-v', 'error', '-i', sharedData(VIDEO, `${VIDEO}.mp4`), '-an'],
      ...['-vf', `${filter},fps=1,scale=${width}:${height}:flags=area,format=gray`],
      ...['-f', 'rawvideo', '-'],
    ],
    { encoding: 'buffer', maxBuffer: 1 << 26 },
  );
  return Array.from({ length: Math.floor(stdout.length / (width * height)) }, (_, look) =>
    Uint8Array.from(stdout.subarray(look * width * height, (look + 1) * width * height)),
  );
};

/** What a watch says of a camera that shows `before`, then `after`: the fault and its delay, seconds. */
const verdict = (before: readonly Uint8Array[], after: readonly Uint8Array[]) => {
  let second = 0;
  let found: { readonly fault: string; readonly delay: number } | undefined;
  const watch = new PictureWatch({
    faults: ['moved', 'covered', 'frozen', 'blinded', 'dark'],
    ignored: new Set(),
    memory: undefined,
    onMemory: () => undefined,
    onChange: (fault) => {
      found ??= { fault: fault?.fault ?? 'none', delay: second - LEARNING };
    },
  });
  const show = (looks: readonly Uint8Array[], seconds: number) => {
    for (let end = second + seconds; second < end; second += 1) {
      const luma = looks[second % looks.length];
      if (luma !== undefined) watch.look({ luma, digest: `${second}` }, second * 1_000);
    }
  };
  show(before, LEARNING);
  show(after, LOOKED_AT);
  return found;
};

describeWith(['ffmpeg'], `[I] watch over a real crowd${note}`, () => {
  it.runIf(present).each([
    ['turned by 4 % of the picture', 'moved', `${MIDDLE}:trunc(iw*0.115):trunc(ih*0.08)`],
    ['turned by 10 % aslant', 'moved', `${MIDDLE}:0:trunc(ih*0.16)`],
    ['zoomed by 15 %', 'moved', 'crop=trunc(iw*0.73):trunc(ih*0.73)'],
    ['rolled by 8°', 'moved', `rotate=8*PI/180,${MIDDLE}`],
    [
      'with a hand before it',
      'covered',
      `${MIDDLE},drawbox=color=0x7a5a48:t=fill,noise=alls=6:allf=t`,
    ],
    ['with the low sun in it', 'blinded', `${MIDDLE},lutyuv=y='clip(val*0.1+225,0,255)'`],
    ['without light', 'dark', `${MIDDLE},lutyuv=y=val*0.02+16,noise=alls=2:allf=t`],
  ])(
    '[MW9] a camera %s is found %s within 90 s',
    async (name, fault, filter) => {
      const found = verdict(await glimpses(MIDDLE), await glimpses(filter));
      console.log(`${name}: ${found?.fault} after ${found?.delay} s`);
      expect(found?.fault).toBe(fault);
      expect(found?.delay).toBeLessThanOrEqual(90);
    },
    120_000,
  );

  it.runIf(present)(
    '[MW9] four minutes each of crowd, dim light, glare, noise, shake and a poor picture raise nothing',
    async () => {
      const before = await glimpses(MIDDLE);
      const harmless = {
        crowd: MIDDLE,
        dim: `${MIDDLE},lutyuv=y=val*0.25`,
        'auto-exposure': `${MIDDLE},lutyuv=y='clip(val*1.4,0,255)'`,
        glare: `${MIDDLE},lutyuv=y='clip(val*0.4+170,0,255)'`,
        noise: `${MIDDLE},noise=alls=30:allf=t`,
        shake:
          'crop=trunc(iw*0.84):trunc(ih*0.84):iw*0.08+iw*0.01*sin(n*1.7):ih*0.08+ih*0.01*sin(n*2.3)',
        'few pixels': `${MIDDLE},scale=192:144,scale=768:576`,
        'out of focus': `${MIDDLE},gblur=sigma=4`,
      };
      const alarms = [];
      for (const [name, filter] of Object.entries(harmless)) {
        alarms.push([name, verdict(before, await glimpses(filter))] as const);
      }
      const hours = (alarms.length * (LEARNING + LOOKED_AT)) / 3_600;
      const raised = alarms.filter(([, found]) => found !== undefined);
      console.log(`${raised.length} false alarms in ${hours.toFixed(1)} camera-hours`);
      expect(raised).toEqual([]);
    },
    240_000,
  );
});
