import type { ZoneDefinition } from '@throng/contract';

/** What a rule may name. */
export interface RuleWorld {
  readonly channels: readonly string[];
  readonly zones: readonly ZoneDefinition[];
  readonly phases: readonly { readonly id: string; readonly name: string }[];
}
