import { describe, expect, it } from 'vitest';
import { paddingBeside } from '../../../../dashboard/src/map/free-room.js';

const box = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top, right: left + width, bottom: top + height },
});
const usual = [44, 12, 12, 12] as const;

describe('[U] room beside what lies over the map', () => {
  const map = box(72, 48, 880, 700);

  it('is left below for a legend across, and at the side for tools one below the other', () => {
    const legend = box(84, 678, 860, 58);
    const tools = box(908, 60, 32, 176);
    expect(paddingBeside(map, [tools, legend], usual)).toEqual([44, 58, 84, 12]);
  });

  it('is left above for the tools of a phone, which lie side by side', () => {
    const phone = box(0, 180, 390, 560);
    const [tools, legend] = [box(162, 192, 216, 40), box(12, 640, 366, 88)];
    expect(paddingBeside(phone, [tools, legend], usual)).toEqual([66, 12, 114, 12]);
  });

  it('is the usual where nothing is shown', () => {
    expect(paddingBeside(map, [], usual)).toEqual(usual);
    expect(paddingBeside(map, [box(0, 0, 0, 0)], usual)).toEqual(usual);
  });

  it('leaves the venue a part of the map, however low that is', () => {
    const low = box(0, 0, 400, 100);
    const [top, right, bottom, left] = paddingBeside(low, [box(12, 20, 370, 70)], usual);
    expect(100 - top - bottom).toBeCloseTo(40, 6);
    expect([right, left]).toEqual([12, 12]);
  });
});
