import type { AlertBands, ZoneKind } from '@throng/crowd';

export type BandsByKind = Readonly<Partial<Record<ZoneKind, AlertBands>>>;

/** What a venue decides of its kinds of zones, in place of the defaults. */
export interface VenueLimits {
  readonly bands?: BandsByKind;
  /** In their place while a phase lasts, by the phase's id. */
  readonly bandsByPhase?: Readonly<Record<string, BandsByKind>>;
}
