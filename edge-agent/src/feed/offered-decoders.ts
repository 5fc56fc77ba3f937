import type { Decoder } from '@throng/contract';

/** What a camera's `decode` may ask for. */
export type DecodeSetting = 'auto' | Decoder;

/** What a machine says of itself. */
export interface Machine {
  /** Output of `ffmpeg -hwaccels`. */
  readonly hwaccels: string;
  readonly hasNvidia: boolean;
  /** Vendor of each render node, as the kernel writes it: `0x8086` is Intel. */
  readonly renderNodes: readonly string[];
  readonly isMac: boolean;
}

const INTEL = '0x8086';

/** What decodes in hardware, best first, and where a machine can have it. */
const HARDWARE: readonly (readonly [Decoder, (machine: Machine) => boolean])[] = [
  ['cuda', ({ hasNvidia }) => hasNvidia],
  ['vaapi', ({ renderNodes }) => renderNodes.length > 0],
  ['qsv', ({ renderNodes }) => renderNodes.includes(INTEL)],
  ['videotoolbox', ({ isMac }) => isMac],
];

/** The decoders that this machine and its ffmpeg offer; whether one works shows when it is tried. */
export const offeredDecoders = (machine: Machine): Decoder[] => {
  const known = machine.hwaccels.split(/\s+/);
  return HARDWARE.filter(([name, isThere]) => known.includes(name) && isThere(machine)).map(
    ([name]) => name,
  );
};

/** The decoders to try for a camera, in order; software is always the last. */
export const decodersFor = (setting: DecodeSetting, offered: readonly Decoder[]): Decoder[] => {
  if (setting === 'software') return ['software'];
  return setting === 'auto' ? [...offered, 'software'] : [setting, 'software'];
};
