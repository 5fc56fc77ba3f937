import { describe, expect, it } from 'vitest';
import { DecoderChoice } from '../../../../edge-agent/src/feed/decoder-choice.js';
import {
  decodersFor,
  type Machine,
  offeredDecoders,
} from '../../../../edge-agent/src/feed/offered-decoders.js';
import { FakeClock } from '../support/fake-clock.js';

const debian = 'Hardware acceleration methods:\nvdpau\ncuda\nvaapi\nqsv\ndrm\nopencl\nvulkan\n';
const bare: Machine = { hwaccels: debian, hasNvidia: false, renderNodes: [], isMac: false };

describe('[U] decoders that a machine offers', () => {
  it.each([
    ['a server without a GPU', bare, []],
    ['an NVIDIA box', { ...bare, hasNvidia: true }, ['cuda']],
    ['an AMD box', { ...bare, renderNodes: ['0x1002'] }, ['vaapi']],
    [
      'an Intel box with an NVIDIA card',
      { ...bare, hasNvidia: true, renderNodes: ['0x8086'] },
      ['cuda', 'vaapi', 'qsv'],
    ],
    ['an ffmpeg built without', { ...bare, hwaccels: '', hasNvidia: true }, []],
    ['a Mac', { ...bare, hwaccels: 'videotoolbox\n', isMac: true }, ['videotoolbox']],
  ] as const)('%s', (_, machine, offered) => {
    expect(offeredDecoders(machine)).toEqual(offered);
  });

  it('always ends with software', () => {
    expect(decodersFor('auto', ['cuda', 'vaapi'])).toEqual(['cuda', 'vaapi', 'software']);
    expect(decodersFor('qsv', ['cuda'])).toEqual(['qsv', 'software']);
    expect(decodersFor('software', ['cuda'])).toEqual(['software']);
  });
});

describe('[U] choice of a decoder', () => {
  it('lets one that failed rest for a quarter of an hour, then tries it again', async () => {
    const clock = new FakeClock();
    const choice = new DecoderChoice(['cuda', 'vaapi', 'software'], clock);
    expect(choice.best()).toBe('cuda');
    choice.failed('cuda');
    expect(choice.best()).toBe('vaapi');
    choice.failed('vaapi');
    expect(choice.best()).toBe('software');
    await clock.advance(15 * 60_000 - 1);
    expect(choice.best()).toBe('software');
    await clock.advance(1);
    expect(choice.best()).toBe('cuda');
  });

  it('is software where there are no candidates', () => {
    expect(new DecoderChoice([], new FakeClock()).best()).toBe('software');
  });
});
